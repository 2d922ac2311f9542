package io.sqe.gateway.flight.call;

import io.sqe.policy.decision.Principal;
import java.util.Optional;

/**
 * The tokens that stand for a login. A client that has proven who it is gets one and shows it with every further call. Safe for
 * use by many threads.
 */
public interface SessionTokens {

    /** A token that nobody can guess or forge, of printable ASCII. */
    String issue(Principal principal);

    /** Whose token this is; empty if it is none of ours, which says nothing of whether others issued it. */
    Optional<Principal> open(String token);

    /** From here on the token opens nothing. */
    void revoke(String token);
}
