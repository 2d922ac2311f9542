package io.sqe.gateway.operations;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.policy.decision.Principal;

/** One address of the API, what may be asked of it, and by whom. */
record ApiRoute(Method method, String path, Access access, Handler handler) {

    /** Who is answered. */
    enum Access {
        ANYBODY,
        /** Who proves to be somebody; what they are told may depend on who they are. */
        SOMEBODY
    }

    /** Answers who has proved to be somebody. */
    @FunctionalInterface
    interface Answer {
        void to(Principal asker, ServerRequest request, ServerResponse response);
    }

    static ApiRoute open(Method method, String path, Handler handler) {
        return new ApiRoute(method, path, Access.ANYBODY, handler);
    }

    static ApiRoute known(Method method, String path, KnownAskers askers, Answer answer) {
        return new ApiRoute(
                method,
                path,
                Access.SOMEBODY,
                (request, response) -> askers.answer(request, response, asker -> answer.to(asker, request, response)));
    }
}
