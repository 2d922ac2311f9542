package io.sqe.cli.wiring;

import io.sqe.gateway.flight.call.SessionTokens;
import io.sqe.gateway.session.SessionClaims;
import io.sqe.gateway.session.Sessions;
import io.sqe.policy.decision.Principal;
import java.util.Optional;

/** The tokens of Flight SQL are those of the cluster: any coordinator takes them, before and after a restart. */
record SealedTokens(Sessions sessions) implements SessionTokens {

    @Override
    public String issue(Principal principal) {
        return sessions.begin(principal).token();
    }

    @Override
    public Optional<Principal> open(String token) {
        return sessions.resume(token).map(SessionClaims::principal);
    }

    @Override
    public void revoke(String token) {
        sessions.end(token);
    }
}
