package io.sqe.executor.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.cache.DataCacheLimits;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.fragment.Fragment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** An executor under test, whose cache takes files at once, and an open engine that writes its files. */
record TestEngine(BufferAllocator allocator, DuckDbExecutor executor, Database files) implements AutoCloseable {
    private static final long CACHE_BYTES = 1L << 30;

    static TestEngine over(Path... folders) {
        var allocator = new RootAllocator();
        var options = ExecutorOptions.over(List.of(folders))
                .withThreads(2)
                .withDataCache(new DataCacheLimits(1, CACHE_BYTES, Duration.ofMinutes(1)));
        return new TestEngine(
                allocator,
                DuckDbExecutor.open(options, allocator),
                Database.open(DuckDbLibrary.load(), DatabaseOptions.open().withThreads(1)));
    }

    /** The rows, which are the same once what can be held of the files is. */
    List<String> rows(Fragment fragment) {
        List<String> rows = rowsNow(fragment);
        awaitDataCache();
        assertThat(rowsNow(fragment)).as("from the data cache").containsExactlyInAnyOrderElementsOf(rows);
        return rows;
    }

    List<String> rowsNow(Fragment fragment) {
        try (RunningFragment running = executor.start(fragment, FragmentOptions.standard())) {
            return drain(running);
        }
    }

    void awaitDataCache() {
        try {
            executor.awaitDataCache();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError("The data cache has failed", failure);
        }
    }

    static List<String> drain(RunningFragment running) {
        List<String> rows = new ArrayList<>();
        while (running.rows().loadNext()) {
            var batch = running.rows().batch();
            for (int row = 0; row < batch.getRowCount(); row++) {
                List<String> cells = new ArrayList<>();
                for (var vector : batch.getFieldVectors()) {
                    cells.add(String.valueOf(vector.getObject(row)));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    /** A Parquet file with field ids as DuckDB takes them in COPY; none if empty. */
    Path write(Path file, String query, String fieldIds) {
        String ids = fieldIds.isEmpty() ? "" : ", FIELD_IDS " + fieldIds;
        try (Connection connection = files.connect()) {
            connection.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet" + ids + ")");
        }
        return file;
    }

    @Override
    public void close() {
        executor.close();
        files.close();
        allocator.close();
    }
}
