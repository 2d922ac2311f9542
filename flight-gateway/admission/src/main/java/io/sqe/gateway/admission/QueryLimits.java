package io.sqe.gateway.admission;

import java.time.Duration;
import java.util.Optional;

/**
 * What queries may take. Zero is no limit, but for the counts of places.
 *
 * @param rates none is no limit
 * @param groups none is one group for everybody
 */
public record QueryLimits(
        Times times, Sizes sizes, Places places, Memory memory, Optional<Rates> rates, ResourceGroups groups) {

    /**
     * How long a query may take.
     *
     * @param total from start to the last row
     * @param waiting for a place and for memory; zero is not at all
     * @param planning from text to plan
     * @param idleResult between two batches, while its reader asks for none
     */
    public record Times(Duration total, Duration waiting, Duration planning, Duration idleResult) {}

    /**
     * How large it may be.
     *
     * @param spilledBytes of it on disk at a time
     */
    public record Sizes(long resultRows, long sqlBytes, long spilledBytes) {}

    /** How many queries may run, and wait, at a time. */
    public record Places(int runningMax, int runningPerUserMax, int waitingPerUserMax) {}

    /**
     * Memory that is set aside, and memory that is really taken.
     *
     * @param budgetBytes set aside for all queries together
     * @param perUserBytes set aside for one user's together
     * @param perQueryBytes set aside for each, before it starts
     * @param takenMaxBytes what each may really take
     */
    public record Memory(long budgetBytes, long perUserBytes, long perQueryBytes, long takenMaxBytes) {}

    /**
     * Queries a minute.
     *
     * @param metadataPerUser descriptions and listings, which are no queries but cost as much as planning one
     */
    public record Rates(long perUser, long global, long metadataPerUser) {}
}
