package io.sqe.catalog;

/** What to do when the thing to create is already there. */
public enum IfExists {
    FAIL,
    IGNORE
}
