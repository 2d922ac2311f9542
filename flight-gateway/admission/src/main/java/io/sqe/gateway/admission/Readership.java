package io.sqe.gateway.admission;

import java.time.Duration;

/** Whether a result is being read, and how far it was: told by its reader, asked by the patrol. */
final class Readership {
    /** Nobody reads a result that is not there yet, and nobody is to blame. */
    private static final long NOT_LEFT = Long.MIN_VALUE;

    private volatile long unreadSinceNanos = NOT_LEFT;
    private volatile long rows;

    /** The next rows are waited for. */
    void waits() {
        unreadSinceNanos = NOT_LEFT;
    }

    /** The reader has what it asked for, or can begin to ask. */
    void hasRows(long inAll) {
        rows = inAll;
        unreadSinceNanos = System.nanoTime();
    }

    /** For how long nobody has asked for the next rows; not at all while somebody waits for them. */
    Duration unreadFor(long nowNanos) {
        long since = unreadSinceNanos;
        return since == NOT_LEFT ? Duration.ZERO : Duration.ofNanos(nowNanos - since);
    }

    /** So far. */
    long rows() {
        return rows;
    }
}
