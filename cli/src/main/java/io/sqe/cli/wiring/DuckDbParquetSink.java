package io.sqe.cli.wiring;

import io.sqe.cli.execution.ParquetSink;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.BatchTable;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.duckdb.DuckDbLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has DuckDB write the Parquet file, in an instance of its own that may reach nothing but a folder made for it: a Parquet file
 * names its parts by their place, so it is made whole before it goes to a stream.
 */
public final class DuckDbParquetSink implements ParquetSink {

    @Override
    public void write(ArrowStream rows, OutputStream file) throws IOException {
        Path folder = Files.createTempDirectory("sqe-parquet");
        Path made = folder.resolve("result.parquet");
        try {
            copy(new ResultBatches(rows), folder, made);
            Files.copy(made, file);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(folder);
        }
    }

    private static void copy(ResultBatches batches, Path folder, Path file) throws IOException {
        DatabaseOptions options =
                DatabaseOptions.locked().withAllowedDirectories(List.of(folder)).withSetting("TimeZone", "UTC");
        try (Database database = Database.open(DuckDbLibrary.load(), options);
                BatchTable table = database.provide("result", batches);
                Connection connection = database.connect()) {
            connection.execute("COPY (SELECT * FROM %s) TO '%s' (FORMAT parquet, CODEC zstd)"
                    .formatted(table.sql(), file.toString().replace("'", "''")));
        } catch (DuckDbException failure) {
            batches.rethrowFailure();
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
