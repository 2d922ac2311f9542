package io.sqe.gateway.trino.spooling;

/**
 * What a store holds and has done.
 *
 * @param inMemory segments that are there
 * @param keptInMemory segments that were put there since the start
 * @param noRoom segments that were sent within an answer because neither memory nor disk had room
 * @param failed segments that were sent within an answer because the disk failed
 * @param expired segments that nobody has acknowledged in time
 */
public record SpoolStatistics(
        Held inMemory, Held onDisk, long keptInMemory, long keptOnDisk, long noRoom, long failed, long expired) {

    /** What is in one place. */
    public record Held(long segments, long bytes) {}
}
