package io.sqe.catalog;

/** What to do when the thing to drop is not there. */
public enum IfMissing {
    FAIL,
    IGNORE
}
