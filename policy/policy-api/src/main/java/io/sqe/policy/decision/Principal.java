package io.sqe.policy.decision;

import java.util.Set;

/** An authenticated identity with the roles active in its session. */
public record Principal(String name, Set<String> roles) {

    public Principal {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Principal name is blank");
        }
        roles = Set.copyOf(roles);
    }
}
