package io.sqe.gateway.caching;

import java.time.Duration;

/**
 * How much a result cache keeps.
 *
 * @param bytesMax of all results together
 * @param entryBytesMax of one result; a larger one is not kept
 * @param timeToLive how long a result is served after it was computed
 */
public record ResultCacheLimits(long bytesMax, long entryBytesMax, Duration timeToLive) {

    public ResultCacheLimits {
        if (bytesMax < 0 || entryBytesMax < 0) {
            throw new IllegalArgumentException("Limits of bytes are not negative: " + bytesMax + ", " + entryBytesMax);
        }
    }
}
