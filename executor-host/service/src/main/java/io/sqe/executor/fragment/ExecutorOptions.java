package io.sqe.executor.fragment;

import io.sqe.executor.cache.DataCacheLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an executor may use. Each refinement answers new options.
 *
 * @param folders local folders that fragments may read and write: the warehouses
 * @param threads the threads of all fragments together
 * @param memoryLimitBytes the bytes that operators of all fragments may hold together; 0 for the engine's own default
 * @param spillFolder where operators put what does not fit; null if they may not
 * @param spillBytesMax the bytes that may be spilled; 0 for the engine's own default
 * @param fragmentsInFlightMax fragments that run at once; one more waits
 * @param fragmentWait how long a fragment waits for its turn before it is refused
 * @param dataCache what is kept of data files in the engine's own format
 */
public record ExecutorOptions(
        List<Path> folders,
        int threads,
        long memoryLimitBytes,
        @Nullable Path spillFolder,
        long spillBytesMax,
        int fragmentsInFlightMax,
        Duration fragmentWait,
        DataCacheLimits dataCache) {
    /** A guess: more than one person's queries, fewer than would starve each other of memory. */
    public static final int FRAGMENTS_IN_FLIGHT_MAX_DEFAULT = 64;

    public static final Duration FRAGMENT_WAIT_DEFAULT = Duration.ofSeconds(30);

    public ExecutorOptions {
        folders = List.copyOf(folders);
        if (fragmentsInFlightMax < 1) {
            throw new IllegalArgumentException("At least one fragment must be able to run");
        }
    }

    /** All processors, the engine's default limits, no spilling and no data cache. */
    public static ExecutorOptions over(List<Path> folders) {
        return new ExecutorOptions(
                folders,
                Runtime.getRuntime().availableProcessors(),
                0,
                null,
                0,
                FRAGMENTS_IN_FLIGHT_MAX_DEFAULT,
                FRAGMENT_WAIT_DEFAULT,
                DataCacheLimits.OFF);
    }

    public ExecutorOptions withThreads(int count) {
        return new ExecutorOptions(
                folders,
                count,
                memoryLimitBytes,
                spillFolder,
                spillBytesMax,
                fragmentsInFlightMax,
                fragmentWait,
                dataCache);
    }

    public ExecutorOptions withMemoryLimitBytes(long bytes) {
        return new ExecutorOptions(
                folders, threads, bytes, spillFolder, spillBytesMax, fragmentsInFlightMax, fragmentWait, dataCache);
    }

    public ExecutorOptions withSpill(Path folder, long bytesMax) {
        return new ExecutorOptions(
                folders, threads, memoryLimitBytes, folder, bytesMax, fragmentsInFlightMax, fragmentWait, dataCache);
    }

    public ExecutorOptions withFragmentsInFlightMax(int count, Duration wait) {
        return new ExecutorOptions(
                folders, threads, memoryLimitBytes, spillFolder, spillBytesMax, count, wait, dataCache);
    }

    public ExecutorOptions withDataCache(DataCacheLimits limits) {
        return new ExecutorOptions(
                folders,
                threads,
                memoryLimitBytes,
                spillFolder,
                spillBytesMax,
                fragmentsInFlightMax,
                fragmentWait,
                limits);
    }
}
