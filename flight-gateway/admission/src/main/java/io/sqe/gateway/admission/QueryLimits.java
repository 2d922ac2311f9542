package io.sqe.gateway.admission;

import java.time.Duration;
import java.util.Optional;

/**
 * What queries may take. Zero is no limit, but for the counts of places.
 *
 * @param total time from start to the last row
 * @param waiting time for a place and for memory; zero is not at all
 * @param planning time from text to plan
 */
public record QueryLimits(
        Duration total,
        Duration waiting,
        Duration planning,
        long resultRowsMax,
        long sqlBytesMax,
        Places places,
        Memory memory,
        Optional<Rates> rates) {

    /** How many queries may run, and wait, at a time. */
    public record Places(int runningMax, int runningPerUserMax, int waitingPerUserMax) {}

    /**
     * Memory that is set aside.
     *
     * @param budgetBytes for all queries together
     * @param perUserBytes for one user's together
     * @param perQueryBytes for each, before it starts
     */
    public record Memory(long budgetBytes, long perUserBytes, long perQueryBytes) {}

    /** Queries a minute. */
    public record Rates(long perUser, long global) {}
}
