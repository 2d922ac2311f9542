package io.sqe.planner.parameter;

import java.util.Optional;

/**
 * The table that rows of a client are for, as the client names it.
 *
 * @param catalog the session's if it is not given
 * @param schema its levels between dots; the session's if it is not given
 */
public record WriteTarget(
        Optional<String> catalog, Optional<String> schema, String table, WhenMissing whenMissing, WhenThere whenThere) {

    /** What to do if the table does not exist. */
    public enum WhenMissing {
        FAIL,
        CREATE
    }

    /** What to do if it does. */
    public enum WhenThere {
        FAIL,
        APPEND,
        REPLACE
    }
}
