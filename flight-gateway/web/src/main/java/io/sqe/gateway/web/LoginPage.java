package io.sqe.gateway.web;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.web.WebOptions.PlainHttp;
import io.sqe.gateway.web.template.JteloginGenerated;
import java.util.Optional;

/** Where people say who they are, by the same proof as over every protocol. */
final class LoginPage {
    private final Visits visits;
    private final Frames frames;
    private final Notices notices;
    private final PlainHttp plainHttp;

    LoginPage(Visits visits, Frames frames, Notices notices, PlainHttp plainHttp) {
        this.visits = visits;
        this.frames = frames;
        this.notices = notices;
        this.plainHttp = plainHttp;
    }

    void show(ServerRequest request, ServerResponse response) {
        String next = Doorkeeper.safe(request.query().first("next").orElse(""));
        String message = request.query().contains("over") ? "Your login has expired. Log in again to go on." : "";
        answer(response, Status.OK_200, new Form("", next, message));
    }

    void logIn(ServerRequest request, ServerResponse response) {
        if (!Browser.isSentFromHere(request)) {
            notices.send(Notice.FOREIGN_FORM, Optional.empty(), response);
        } else if (!request.isSecure() && plainHttp == PlainHttp.REFUSED) {
            notices.send(Notice.NEEDS_TLS, Optional.empty(), response);
        } else {
            check(Browser.form(request), request, response);
        }
    }

    private void check(Parameters form, ServerRequest request, ServerResponse response) {
        String user = form.first("user").orElse("");
        String next = Doorkeeper.safe(form.first("next").orElse(""));
        try {
            visits.logIn(user, form.first("password").orElse(""), request, response);
        } catch (AuthenticationException refused) {
            boolean isTooMany = refused.reason() == AuthenticationException.Reason.TOO_MANY_ATTEMPTS;
            answer(
                    response,
                    isTooMany ? Status.TOO_MANY_REQUESTS_429 : Status.UNAUTHORIZED_401,
                    new Form(user, next, isTooMany ? tooMany() : "The user and password do not go together."));
            return;
        }
        Answers.moveTo(next, request, response);
    }

    private static String tooMany() {
        return "Too many attempts. Wait a minute and try again.";
    }

    private void answer(ServerResponse response, Status status, Form form) {
        Answers.html(
                response,
                status,
                output -> JteloginGenerated.render(
                        output,
                        null,
                        frames.around("Log in", "", Optional.empty()),
                        form.user(),
                        form.next(),
                        form.message()));
    }

    /** What the form says when it is shown. */
    private record Form(String user, String next, String message) {}
}
