package io.sqe.gateway.admission;

/** Tells how much memory and disk the engine holds for queries, and how the machine is. Asked a few times a second. */
public interface MemoryMeter {
    /** Where nothing can be told. */
    MemoryMeter NONE = () -> new Reading(0, 0, Pressure.CALM);

    Reading read();

    /**
     * One look.
     *
     * @param heldBytes the engine's, for all queries
     * @param spilledBytes on disk, for all queries
     */
    record Reading(long heldBytes, long spilledBytes, Pressure pressure) {}

    /** How near the machine, or the container, is to killing somebody. */
    enum Pressure {
        CALM,
        /** Nothing more is begun. */
        TIGHT,
        /** Something that runs must end. */
        RED
    }
}
