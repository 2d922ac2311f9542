package io.sqe.executor.cache;

import java.time.Duration;

/**
 * What a data cache may take, and when.
 *
 * @param usesMin reads of the same files within a minute that make them worth loading: most are read once or twice
 * @param bytesMax of all tables together, within the engine's memory limit; 0 for no cache
 * @param idleMax after which a table that nobody has read is dropped
 */
public record DataCacheLimits(int usesMin, long bytesMax, Duration idleMax) {
    public static final DataCacheLimits OFF = new DataCacheLimits(1, 0, Duration.ZERO);

    /** What is sure to be left for operators is three times as much. */
    private static final int MEMORY_SHARE = 4;

    public DataCacheLimits {
        if (usesMin < 1) {
            throw new IllegalArgumentException("Files are loaded after at least one use, not " + usesMin);
        }
        if (bytesMax < 0 || idleMax.isNegative()) {
            throw new IllegalArgumentException("A limit is negative");
        }
    }

    /** The same with at most a quarter of the engine's memory; 0 where the engine has its own standard. */
    public DataCacheLimits within(long memoryLimitBytes) {
        return memoryLimitBytes == 0 ? this : withBytesMax(Math.min(bytesMax, memoryLimitBytes / MEMORY_SHARE));
    }

    public DataCacheLimits withBytesMax(long bytes) {
        return new DataCacheLimits(usesMin, bytes, idleMax);
    }

    boolean isOff() {
        return bytesMax == 0;
    }
}
