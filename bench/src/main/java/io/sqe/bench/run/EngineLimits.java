package io.sqe.bench.run;

import java.nio.file.Path;

/**
 * What both engines may use, each.
 *
 * @param directory where the data is kept: {@code warehouse} under it holds the tables, {@code spill} what does not fit memory
 * @param threads the threads that run a query
 * @param memoryLimitBytes the bytes that running queries may hold; 0 for the engine's own default
 * @param dataCacheBytes what SQE alone may keep of data files in the engine's own format; 0 for nothing, so that both read the same files
 */
public record EngineLimits(Path directory, int threads, long memoryLimitBytes, long dataCacheBytes) {
    public EngineLimits {
        if (threads < 1) {
            throw new IllegalArgumentException("An engine needs at least one thread, not " + threads);
        }
        if (memoryLimitBytes < 0 || dataCacheBytes < 0) {
            throw new IllegalArgumentException("A limit in bytes is not negative");
        }
    }

    /** Engines with their own memory limits, which both read the files. */
    public static EngineLimits of(Path directory, int threads) {
        return new EngineLimits(directory, threads, 0, 0);
    }

    public EngineLimits withDataCacheBytes(long bytes) {
        return new EngineLimits(directory, threads, memoryLimitBytes, bytes);
    }

    public Path warehouse() {
        return directory.resolve("warehouse");
    }

    public Path spill() {
        return directory.resolve("spill");
    }
}
