package io.sqe.cli.execution;

/** What became of one item of a script. */
public enum Outcome {
    DONE,
    FAILED,
    CANCELLED,
    /** The item asked to leave. */
    LEAVE
}
