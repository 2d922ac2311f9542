package io.sqe.gateway.flight.limit;

/**
 * What may be kept for clients between their calls.
 *
 * @param resultsPerUserMax results that a user has asked for and not fetched to the end
 * @param preparedPerUserMax prepared statements of a user
 * @param preparedBytesPerUserMax bytes of a user's prepared statements, with what is known of them and their parameters
 * @param preparedBytesMax the same of all users together
 * @param transactionsPerUserMax transactions that a user has begun and not ended
 * @param transactionsMax the same of all users together
 * @param sessionsMax sessions with settings of their own; the longest unused makes room
 */
public record HeldLimits(
        int resultsPerUserMax,
        int preparedPerUserMax,
        long preparedBytesPerUserMax,
        long preparedBytesMax,
        int transactionsPerUserMax,
        int transactionsMax,
        int sessionsMax) {

    public HeldLimits {
        Positive.check(
                resultsPerUserMax,
                preparedPerUserMax,
                preparedBytesPerUserMax,
                preparedBytesMax,
                transactionsPerUserMax,
                transactionsMax,
                sessionsMax);
    }

    /** Nobody may have more than half of the bytes that all have together, so that who never closes anything is in nobody's way. */
    public static HeldLimits standard() {
        return new HeldLimits(64, 1_000, 32 << 20, 64 << 20, 1_000, 10_000, 10_000);
    }

    public HeldLimits withResultsPerUserMax(int count) {
        return new HeldLimits(
                count,
                preparedPerUserMax,
                preparedBytesPerUserMax,
                preparedBytesMax,
                transactionsPerUserMax,
                transactionsMax,
                sessionsMax);
    }

    public HeldLimits withPreparedPerUserMax(int count) {
        return new HeldLimits(
                resultsPerUserMax,
                count,
                preparedBytesPerUserMax,
                preparedBytesMax,
                transactionsPerUserMax,
                transactionsMax,
                sessionsMax);
    }

    public HeldLimits withPreparedBytesPerUserMax(long bytes) {
        return new HeldLimits(
                resultsPerUserMax,
                preparedPerUserMax,
                bytes,
                preparedBytesMax,
                transactionsPerUserMax,
                transactionsMax,
                sessionsMax);
    }

    public HeldLimits withTransactionsPerUserMax(int count) {
        return new HeldLimits(
                resultsPerUserMax,
                preparedPerUserMax,
                preparedBytesPerUserMax,
                preparedBytesMax,
                count,
                transactionsMax,
                sessionsMax);
    }
}
