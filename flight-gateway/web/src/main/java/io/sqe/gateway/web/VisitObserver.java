package io.sqe.gateway.web;

import io.sqe.policy.decision.Principal;

/** Is told of who comes. Safe for use by many threads; never throws. */
public interface VisitObserver {

    /** Somebody logged in. */
    void loggedIn(Principal principal);

    /** Somebody without a login was sent away from a page. */
    void sentAway();
}
