package io.sqe.gateway.identity;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.policy.decision.Principal;

/** Turns credentials into a principal. Safe for use by many threads. */
public interface Authenticator {

    /**
     * Answers whose credentials these are.
     *
     * @throws AuthenticationException if they prove nothing, for whatever reason
     */
    Principal authenticate(Credentials credentials);
}
