package io.sqe.gateway.trino.statement;

import io.sqe.policy.decision.Principal;

/**
 * Who asks.
 *
 * @param proof stands for the credentials that were shown and cannot be turned back into them: who shows the same again need not be
 *     authenticated again
 */
public record Requester(Principal principal, String proof) {

    public boolean isSamePrincipal(Requester other) {
        return principal.name().equals(other.principal.name());
    }

    @Override
    public String toString() {
        return principal.name();
    }
}
