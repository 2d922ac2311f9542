package io.sqe.bench.run;

import java.nio.file.Path;

/**
 * What both engines may use, each.
 *
 * @param directory where the data is kept: {@code warehouse} under it holds the tables, {@code spill} what does not fit memory
 * @param threads the threads that run a query
 * @param memoryLimitBytes the bytes that running queries may hold; 0 for the engine's own default
 */
public record EngineLimits(Path directory, int threads, long memoryLimitBytes) {
    public EngineLimits {
        if (threads < 1) {
            throw new IllegalArgumentException("An engine needs at least one thread, not " + threads);
        }
        if (memoryLimitBytes < 0) {
            throw new IllegalArgumentException("A memory limit is not negative: " + memoryLimitBytes);
        }
    }

    public Path warehouse() {
        return directory.resolve("warehouse");
    }

    public Path spill() {
        return directory.resolve("spill");
    }
}
