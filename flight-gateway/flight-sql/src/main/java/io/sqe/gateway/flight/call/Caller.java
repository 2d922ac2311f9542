package io.sqe.gateway.flight.call;

import io.sqe.gateway.flight.session.FlightSession;
import io.sqe.gateway.query.ClientContext;
import io.sqe.policy.decision.Principal;

/**
 * Who makes a call, and in which session.
 *
 * @param client where the call comes from
 */
public record Caller(Principal principal, FlightSession session, ClientContext client) {

    /** Whose the caller's results, statements and transactions are. */
    public String name() {
        return principal.name();
    }
}
