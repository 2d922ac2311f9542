package io.sqe.policy.decision;

/** What a statement does with a table. */
public enum TableAction {
    SELECT,
    INSERT,
    CREATE,
    DROP,
    /** Learn that it exists: SHOW, DESCRIBE, completion. */
    DISCOVER
}
