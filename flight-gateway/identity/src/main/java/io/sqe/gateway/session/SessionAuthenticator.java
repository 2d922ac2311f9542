package io.sqe.gateway.session;

import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.util.Optional;

/** Takes the tokens of this cluster's sessions, and asks another about everything else. */
public final class SessionAuthenticator implements Authenticator {
    private final Sessions sessions;
    private final Authenticator others;

    public SessionAuthenticator(Sessions sessions, Authenticator others) {
        this.sessions = sessions;
        this.others = others;
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        Optional<Principal> known = credentials instanceof Credentials.BearerToken(String token)
                ? sessions.resume(token).map(SessionClaims::principal)
                : Optional.empty();
        return known.orElseGet(() -> others.authenticate(credentials));
    }
}
