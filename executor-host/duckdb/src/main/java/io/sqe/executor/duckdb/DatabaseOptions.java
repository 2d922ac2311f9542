package io.sqe.executor.duckdb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a DuckDB instance is opened. Each refinement answers new options.
 *
 * @param threads the threads that DuckDB uses for all queries of the instance together
 * @param memoryLimitBytes the bytes that DuckDB's buffers may hold together; 0 for DuckDB's own default
 * @param tempDirectory where operators spill to; null if they may not
 * @param tempBytesMax the bytes that may be spilled; 0 for DuckDB's own default
 * @param allowedDirectories what a locked instance may read and write
 * @param access whether the instance is locked
 * @param settings DuckDB's settings, applied before the instance is locked
 */
public record DatabaseOptions(
        int threads,
        long memoryLimitBytes,
        @Nullable Path tempDirectory,
        long tempBytesMax,
        List<Path> allowedDirectories,
        Access access,
        Map<String, String> settings) {
    /**
     * No threads of DuckDB's own for reading and writing: with them a COPY that is interrupted while it writes deadlocks on the queue of
     * its writes and never returns (DuckDB 2.0.0: one in a hundred), and without them it is as fast on local files.
     */
    private static final Map<String, String> INTERRUPTIBLE = Map.of("async_threads", "0");

    public DatabaseOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("A database needs at least one thread, not " + threads);
        }
        if (memoryLimitBytes < 0 || tempBytesMax < 0) {
            throw new IllegalArgumentException("A limit in bytes is negative");
        }
        allowedDirectories = List.copyOf(allowedDirectories);
        settings = Map.copyOf(settings);
    }

    /** What SQL may reach beside the instance's own memory. */
    public enum Access {
        /** Only the allowed directories; no setting can be changed any more, and no extension loaded. */
        LOCKED,
        /** Everything the process may reach: for comparisons with plain DuckDB only. */
        OPEN
    }

    /** A locked instance that may reach nothing, with as many threads as there are processors; whatever it does can be interrupted. */
    public static DatabaseOptions locked() {
        return new DatabaseOptions(
                Runtime.getRuntime().availableProcessors(), 0, null, 0, List.of(), Access.LOCKED, INTERRUPTIBLE);
    }

    /** An instance that may reach everything. Never give it a user's SQL. */
    public static DatabaseOptions open() {
        return new DatabaseOptions(
                Runtime.getRuntime().availableProcessors(), 0, null, 0, List.of(), Access.OPEN, Map.of());
    }

    public DatabaseOptions withThreads(int count) {
        return new DatabaseOptions(
                count, memoryLimitBytes, tempDirectory, tempBytesMax, allowedDirectories, access, settings);
    }

    public DatabaseOptions withMemoryLimitBytes(long bytes) {
        return new DatabaseOptions(threads, bytes, tempDirectory, tempBytesMax, allowedDirectories, access, settings);
    }

    /** Lets operators spill into a directory, up to a number of bytes. */
    public DatabaseOptions withTempDirectory(Path directory, long bytesMax) {
        return new DatabaseOptions(
                threads, memoryLimitBytes, directory, bytesMax, allowedDirectories, access, settings);
    }

    public DatabaseOptions withAllowedDirectories(List<Path> directories) {
        return new DatabaseOptions(
                threads, memoryLimitBytes, tempDirectory, tempBytesMax, directories, access, settings);
    }

    /** Adds one of DuckDB's settings, such as {@code preserve_insertion_order}. */
    public DatabaseOptions withSetting(String name, String setting) {
        Map<String, String> extended = new LinkedHashMap<>(settings);
        extended.put(name, setting);
        return new DatabaseOptions(
                threads, memoryLimitBytes, tempDirectory, tempBytesMax, allowedDirectories, access, extended);
    }
}
