package io.sqe.bench.peer;

import io.sqe.bench.run.EngineLimits;
import io.sqe.bench.run.PeerDatabase;
import io.sqe.bench.run.PeerFailedException;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.duckdb.DuckDbLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A DuckDB of its own, with DuckDB's own defaults but for two things: the limits, which are the engine's, and {@code /} between
 * integers, which truncates as the SQL standard says.
 */
public final class DuckDbPeer implements PeerDatabase {
    private final DuckDbLibrary library;
    private final Database database;
    private final Connection connection;
    private final BufferAllocator allocator = new RootAllocator();

    private DuckDbPeer(DuckDbLibrary library, DatabaseOptions options) {
        this.library = library;
        this.database = Database.open(library, options);
        this.connection = database.connect();
    }

    /** Opens a database, which the caller closes. */
    public static DuckDbPeer open(EngineLimits limits) {
        DatabaseOptions options = DatabaseOptions.open()
                .withThreads(limits.threads())
                .withMemoryLimitBytes(limits.memoryLimitBytes())
                .withTempDirectory(limits.spill().resolve("duckdb"), 0)
                .withSetting("integer_division", "true");
        return new DuckDbPeer(DuckDbLibrary.load(), options);
    }

    @Override
    public Running start(String sql, Consumer<Runnable> cancellation) {
        cancellation.accept(connection::interrupt);
        try {
            io.sqe.executor.duckdb.ArrowStream stream =
                    connection.query(sql, FragmentOptions.BATCH_ROWS_DEFAULT, allocator);
            return new RunningStatement(new DuckDbRows(stream, allocator));
        } catch (DuckDbException failure) {
            throw new PeerFailedException("DuckDB", failure);
        }
    }

    @Override
    public void show(String table, List<Path> files) {
        String list = files.stream()
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        execute("CREATE OR REPLACE VIEW \"%s\" AS SELECT * FROM read_parquet(%s)".formatted(table, list));
    }

    @Override
    public void execute(String sql) {
        try {
            connection.execute(sql);
        } catch (DuckDbException failure) {
            throw new PeerFailedException("DuckDB", failure);
        }
    }

    @Override
    public String version() {
        return "DuckDB " + library.version();
    }

    @Override
    public void close() {
        database.close();
        allocator.close();
    }

    private record RunningStatement(ArrowStream rows) implements Running {
        @Override
        public Duration planning() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
