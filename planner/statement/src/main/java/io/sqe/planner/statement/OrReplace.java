package io.sqe.planner.statement;

/** Whether a CREATE takes the place of what is already there. */
public enum OrReplace {
    YES,
    NO
}
