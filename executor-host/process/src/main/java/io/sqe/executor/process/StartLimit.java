package io.sqe.executor.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many starts within a minute. Used by one thread. */
final class StartLimit {
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int startsMax;
    private final Deque<Long> starts = new ArrayDeque<>();

    StartLimit(int startsMax) {
        this.startsMax = startsMax;
    }

    /** How long the next start must wait; zero if it need not. */
    Duration untilNext(long nowNanos) {
        while (!starts.isEmpty() && nowNanos - starts.getFirst() >= MINUTE_NANOS) {
            starts.removeFirst();
        }
        return starts.size() < startsMax
                ? Duration.ZERO
                : Duration.ofNanos(MINUTE_NANOS - (nowNanos - starts.getFirst()));
    }

    void count(long nowNanos) {
        starts.addLast(nowNanos);
    }
}
