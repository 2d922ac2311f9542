package io.sqe.gateway.identity;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.util.List;

/**
 * Asks authenticators in order. One for which the credentials are not of its kind ({@link Reason#MISSING}) passes them on; any other
 * refusal is final, so that a wrong password never becomes somebody else. A token that is nobody's is wrong, not missing.
 */
public final class AuthenticatorChain implements Authenticator {
    private final List<Authenticator> authenticators;

    public AuthenticatorChain(List<Authenticator> authenticators) {
        this.authenticators = List.copyOf(authenticators);
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        AuthenticationException refusal = new AuthenticationException(Reason.MISSING);
        for (Authenticator authenticator : authenticators) {
            try {
                return authenticator.authenticate(credentials);
            } catch (AuthenticationException refused) {
                if (refused.reason() != Reason.MISSING) {
                    throw refused;
                }
                refusal = refused;
            }
        }
        throw credentials instanceof Credentials.BearerToken ? new AuthenticationException(Reason.INVALID) : refusal;
    }
}
