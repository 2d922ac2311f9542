package io.sqe.cli.wiring.server;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.flight.call.SessionKeys;
import io.sqe.gateway.flight.call.SessionTokens;
import io.sqe.gateway.observation.audit.AuditedAccess;
import io.sqe.gateway.session.SessionClaims;
import io.sqe.gateway.session.Sessions;
import io.sqe.policy.decision.Principal;
import java.util.Optional;

/** The tokens of Flight SQL are those of the cluster: any coordinator takes them, before and after a restart. */
record SealedTokens(Sessions sessions, Optional<AuditedAccess> audit) implements SessionTokens {

    @Override
    public String issue(Principal principal) {
        String token = sessions.begin(principal).token();
        audit.ifPresent(log -> log.session(principal.name(), SessionKeys.ofToken(token), "begin"));
        return token;
    }

    @Override
    public Optional<Principal> open(String token) {
        try {
            return sessions.resume(token).map(SessionClaims::principal);
        } catch (AuthenticationException refused) {
            audit.ifPresent(log -> log.refused(Optional.empty(), refused));
            throw refused;
        }
    }

    @Override
    public void revoke(String token) {
        Optional<Principal> owner = sessions.resume(token).map(SessionClaims::principal);
        sessions.end(token);
        owner.ifPresent(who -> audit.ifPresent(log -> log.session(who.name(), SessionKeys.ofToken(token), "end")));
    }
}
