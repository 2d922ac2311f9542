package io.sqe.gateway.trino.spooling;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is kept to be fetched. What has room neither in memory nor on disk is sent within the answer.
 *
 * @param memoryBytesMax of all segments in memory
 * @param disk for segments beyond that; absent if none may go there
 * @param inlineBytesMax of JSON up to which rows are sent within the answer, as they are
 * @param segmentsMax kept at the same time, wherever
 * @param keptFor after which a segment that nobody has acknowledged is forgotten
 */
public record SpoolLimits(
        long memoryBytesMax, Optional<Disk> disk, int inlineBytesMax, int segmentsMax, Duration keptFor) {
    /** A guess: with these many the bookkeeping takes some 50 MB. */
    private static final int SEGMENTS_MAX = 100_000;

    /** In memory alone. */
    public static SpoolLimits inMemory(long bytesMax, int inlineBytesMax, Duration keptFor) {
        return new SpoolLimits(bytesMax, Optional.empty(), inlineBytesMax, SEGMENTS_MAX, keptFor);
    }

    /** The inline size is Trino's; the others are guesses that no measurement stands behind. */
    public static SpoolLimits standard() {
        return inMemory(256L << 20, 128 << 10, Duration.ofHours(1));
    }

    public SpoolLimits with(Disk where) {
        return new SpoolLimits(memoryBytesMax, Optional.of(where), inlineBytesMax, segmentsMax, keptFor);
    }

    /**
     * Where segments are written, encrypted.
     *
     * @param folder shared with other servers; each makes a folder of its own in it
     * @param bytesMax of all segments of this server there
     */
    public record Disk(Path folder, long bytesMax) {}
}
