package io.sqe.gateway.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.session.SessionClaims;
import io.sqe.gateway.session.Sessions;
import io.sqe.gateway.session.Sessions.SessionInUse;
import io.sqe.gateway.web.template.JteserverGenerated;
import io.sqe.gateway.web.template.JteserverLiveGenerated;
import io.sqe.gateway.web.template.JtesessionsGenerated;
import io.sqe.gateway.web.view.Frame;
import io.sqe.gateway.web.view.ServerView;
import io.sqe.gateway.web.view.SessionRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server itself, and who is logged in. */
final class ServerPages {
    private static final int SESSIONS_MAX = 200;

    private final PageSources sources;
    private final QueryDesk desk;
    private final Sessions sessions;
    private final Frames frames;
    private final Notices notices;

    ServerPages(PageSources sources, Frames frames, Notices notices) {
        this.sources = sources;
        this.desk = sources.desk();
        this.sessions = sources.sessions();
        this.frames = frames;
        this.notices = notices;
    }

    void server(Visitor visitor, ServerRequest request, ServerResponse response) {
        ServerView view = ServerView.of(sources.state());
        Frame frame = frames.around("Server", "server", visitor);
        Answers.html(response, Status.OK_200, output -> {
            if (Browser.isAskedByPage(request)) {
                JteserverLiveGenerated.render(output, null, view);
            } else {
                JteserverGenerated.render(output, null, frame, view);
            }
        });
    }

    void sessions(Visitor visitor, ServerRequest request, ServerResponse response) {
        List<SessionRow> rows =
                visible(visitor).map(session -> row(session, visitor)).toList();
        Frame frame = frames.around("Sessions", "sessions", visitor);
        Answers.html(
                response,
                Status.OK_200,
                output -> JtesessionsGenerated.render(
                        output,
                        null,
                        frame,
                        rows.stream().limit(SESSIONS_MAX).toList(),
                        rows.size(),
                        desk.isAdministrator(visitor.principal())));
    }

    /** Ends a session of one's own, or as an administrator anybody's; of others nobody is told that they exist. */
    void end(Visitor visitor, Parameters form, ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        Optional<SessionInUse> session =
                visible(visitor).filter(known -> known.claims().id().equals(id)).findFirst();
        if (session.isEmpty()) {
            notices.send(Notice.NOT_FOUND, Optional.of(visitor), response);
            return;
        }
        sessions.end(session.get().claims());
        Answers.moveTo("/ui/sessions", request, response);
    }

    private Stream<SessionInUse> visible(Visitor visitor) {
        boolean isAdministrator = desk.isAdministrator(visitor.principal());
        String own = visitor.principal().name();
        return sessions.inUse().stream()
                .filter(session ->
                        isAdministrator || session.claims().principal().name().equals(own));
    }

    private static SessionRow row(SessionInUse session, Visitor visitor) {
        SessionClaims claims = session.claims();
        return new SessionRow(
                claims.id(),
                claims.principal().name(),
                claims.issuedAt(),
                session.lastUsedAt(),
                claims.expiresAt(),
                claims.id().equals(visitor.claims().id()));
    }
}
