package io.sqe.gateway.trino.spooling;

import java.time.Duration;

/**
 * What is kept to be fetched.
 *
 * @param bytesMax of all segments; what has no room is sent within the answer
 * @param inlineBytesMax of JSON up to which rows are sent within the answer, as they are
 * @param keptFor after which a segment that nobody has acknowledged is forgotten
 */
public record SpoolLimits(long bytesMax, int inlineBytesMax, Duration keptFor) {

    /** The inline size is Trino's; the others are guesses that no measurement stands behind. */
    public static SpoolLimits standard() {
        return new SpoolLimits(256L << 20, 128 << 10, Duration.ofMinutes(5));
    }
}
