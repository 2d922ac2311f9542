package io.sqe.gateway.query;

import io.sqe.executor.Progress;
import java.time.Duration;

/** How far a query has come. */
public record QueryProgress(Phase phase, Progress progress, Duration elapsed, long rowsReturned, long bytesReturned) {

    /** The room that a query is in. */
    public enum Phase {
        /** Waiting for a place or for memory. */
        QUEUED,
        PLANNING,
        RUNNING,
        COMMITTING,
        FINISHED,
        FAILED,
        CANCELLED
    }
}
