package io.sqe.gateway.operations;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.policy.decision.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/sessions/revoke?user=NAME}: ends all sessions of a user, one's own or, for an administrator, anybody's. */
public final class SessionsEndpoint implements ApiEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SessionsEndpoint.class);

    private final KnownAskers askers;
    private final Supplier<Set<String>> adminRoles;
    private final Consumer<String> endAll;

    /** @param endAll ends every session of the user of a name */
    public SessionsEndpoint(Authenticator authenticator, Supplier<Set<String>> adminRoles, Consumer<String> endAll) {
        this.askers = new KnownAskers(authenticator);
        this.adminRoles = adminRoles;
        this.endAll = endAll;
    }

    List<ApiRoute> routes() {
        return List.of(ApiRoute.known(Method.POST, "/api/v1/sessions/revoke", askers, this::revoke));
    }

    private void revoke(Principal asker, ServerRequest request, ServerResponse response) {
        revoke(asker, request.query().first("user").orElse(asker.name()), request, response);
    }

    private void revoke(Principal asker, String user, ServerRequest request, ServerResponse response) {
        boolean mayEnd = asker.name().equals(user) || !Collections.disjoint(asker.roles(), adminRoles.get());
        if (!mayEnd || QueriesService.isFromAnotherSite(request)) {
            Json.sendError(response, Status.FORBIDDEN_403, "Only administrators end the sessions of others.");
            return;
        }
        endAll.accept(user);
        LOG.atWarn().addKeyValue("user", user).addKeyValue("by", asker.name()).log("all sessions of a user ended");
        Json.send(response, Status.OK_200, Json.object().put("user", user).put("revoked", true));
    }
}
