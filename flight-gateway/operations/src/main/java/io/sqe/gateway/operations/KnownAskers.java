package io.sqe.gateway.operations;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.policy.decision.Principal;
import java.util.function.Consumer;

/** Lets in who proves to be somebody, and tells others how. */
record KnownAskers(Authenticator authenticator) {

    void answer(ServerRequest request, ServerResponse response, Consumer<Principal> action) {
        Principal asker;
        try {
            asker = authenticator.authenticate(HttpCredentials.of(request));
        } catch (AuthenticationException refused) {
            response.header("WWW-Authenticate", "Basic realm=\"SQE\"");
            Json.sendError(
                    response,
                    switch (refused.reason()) {
                        case TOO_MANY_ATTEMPTS -> Status.TOO_MANY_REQUESTS_429;
                        case MISSING, INVALID, EXPIRED -> Status.UNAUTHORIZED_401;
                    },
                    String.valueOf(refused.getMessage()));
            return;
        }
        action.accept(asker);
    }
}
