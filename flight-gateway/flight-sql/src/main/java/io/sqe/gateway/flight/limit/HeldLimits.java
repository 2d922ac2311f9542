package io.sqe.gateway.flight.limit;

/**
 * What may be kept for clients between their calls.
 *
 * @param resultsPerUserMax results that a user has asked for and not fetched to the end
 * @param preparedPerUserMax prepared statements of a user
 * @param preparedBytesMax bytes of all users' prepared statements with their parameters
 * @param sessionsMax sessions with settings of their own; the longest unused makes room
 */
public record HeldLimits(int resultsPerUserMax, int preparedPerUserMax, long preparedBytesMax, int sessionsMax) {

    public HeldLimits {
        Positive.check(resultsPerUserMax, preparedPerUserMax, preparedBytesMax, sessionsMax);
    }

    public static HeldLimits standard() {
        return new HeldLimits(64, 1_000, 64 << 20, 10_000);
    }

    public HeldLimits withResultsPerUserMax(int count) {
        return new HeldLimits(count, preparedPerUserMax, preparedBytesMax, sessionsMax);
    }

    public HeldLimits withPreparedPerUserMax(int count) {
        return new HeldLimits(resultsPerUserMax, count, preparedBytesMax, sessionsMax);
    }

    public HeldLimits withPreparedBytesMax(long bytes) {
        return new HeldLimits(resultsPerUserMax, preparedPerUserMax, bytes, sessionsMax);
    }
}
