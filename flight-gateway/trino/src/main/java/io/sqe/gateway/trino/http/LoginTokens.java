package io.sqe.gateway.trino.http;

import io.sqe.policy.decision.Principal;

/** Issues what a program shows from then on for somebody who has logged in through a browser. Safe for use by many threads. */
@FunctionalInterface
public interface LoginTokens {

    /** A token that the server's authenticator takes. */
    String issue(Principal principal);
}
