package io.sqe.gateway.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.web.template.JteoverviewGenerated;
import io.sqe.gateway.web.template.JteoverviewLiveGenerated;
import io.sqe.gateway.web.template.JtequeriesGenerated;
import io.sqe.gateway.web.template.JtequeriesLiveGenerated;
import io.sqe.gateway.web.template.JtequeryGenerated;
import io.sqe.gateway.web.template.JtequeryLiveGenerated;
import io.sqe.gateway.web.view.Frame;
import io.sqe.gateway.web.view.History;
import io.sqe.gateway.web.view.Overview;
import io.sqe.gateway.web.view.QueryBoard;
import io.sqe.gateway.web.view.QueryFilter;
import io.sqe.gateway.web.view.QueryList;
import io.sqe.gateway.web.view.QueryView;
import java.util.Optional;

/** Queries: at a glance and as a list. A page that asks for itself again gets the part that changes. */
final class QueryPages {
    private final PageSources sources;
    private final QueryDesk desk;
    private final QueryBoard board;
    private final Frames frames;
    private final Notices notices;

    QueryPages(PageSources sources, QueryBoard board, Frames frames, Notices notices) {
        this.sources = sources;
        this.desk = sources.desk();
        this.board = board;
        this.frames = frames;
        this.notices = notices;
    }

    void overview(Visitor visitor, ServerRequest request, ServerResponse response) {
        Overview view = board.overview(visitor.principal());
        History history = History.of(sources.history().get());
        Frame frame = frames.around("Overview", "overview", visitor);
        Answers.html(response, Status.OK_200, output -> {
            if (Browser.isAskedByPage(request)) {
                JteoverviewLiveGenerated.render(output, null, frame, view, history);
            } else {
                JteoverviewGenerated.render(output, null, frame, view, history);
            }
        });
    }

    void list(Visitor visitor, ServerRequest request, ServerResponse response) {
        QueryList view = board.list(visitor.principal(), filter(request.query()));
        Frame frame = frames.around("Queries", "queries", visitor);
        Answers.html(response, Status.OK_200, output -> {
            if (Browser.isAskedByPage(request)) {
                JtequeriesLiveGenerated.render(output, null, frame, view);
            } else {
                JtequeriesGenerated.render(output, null, frame, view);
            }
        });
    }

    void query(Visitor visitor, ServerRequest request, ServerResponse response) {
        Optional<QueryView> found = id(request).flatMap(id -> find(visitor, id));
        if (found.isEmpty()) {
            notices.send(Notice.NOT_FOUND, Optional.of(visitor), response);
            return;
        }
        QueryView view = found.get();
        Frame frame = frames.around("Query " + view.row().shortId(), "queries", visitor);
        Answers.html(response, Status.OK_200, output -> {
            if (Browser.isAskedByPage(request)) {
                JtequeryLiveGenerated.render(output, null, frame, view);
            } else {
                JtequeryGenerated.render(output, null, frame, view);
            }
        });
    }

    private static Optional<QueryId> id(ServerRequest request) {
        return Optional.of(request.path().pathParameters().get("id"))
                .filter(text -> !text.isBlank())
                .map(QueryId::new);
    }

    /** It may end while we look: the ended are looked at last. */
    private Optional<QueryView> find(Visitor visitor, QueryId id) {
        return desk.findRunning(visitor.principal(), id)
                .map(QueryView::of)
                .or(() -> desk.findEnded(visitor.principal(), id)
                        .map(query -> QueryView.of(query, sources.reports().find(id))));
    }

    private static QueryFilter filter(UriQuery query) {
        return new QueryFilter(
                query.first("state").orElse(""),
                query.first("user").orElse(""),
                query.first("text").orElse("").strip());
    }

    void cancel(Visitor visitor, Parameters form, ServerRequest request, ServerResponse response) {
        boolean isCancelled =
                id(request).filter(id -> desk.cancel(visitor.principal(), id)).isPresent();
        if (isCancelled) {
            Answers.moveTo(Doorkeeper.safe(form.first("back").orElse("")), request, response);
        } else {
            notices.send(Notice.NOT_FOUND, Optional.of(visitor), response);
        }
    }
}
