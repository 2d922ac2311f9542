package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.LocalWarehouse;
import io.sqe.catalog.scan.ScanRequest;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.Connection;
import io.sqe.executor.duckdb.Database;
import io.sqe.executor.duckdb.DatabaseOptions;
import io.sqe.executor.duckdb.DuckDbLibrary;
import io.sqe.gateway.query.Query;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random queries give the same rows here as in plain DuckDB over the same files. */
class RandomQueriesIT {
    private static final int QUERIES_PER_SEED = 60;
    private static final int BATCH_ROWS = 2048;

    @TempDir
    static Path folder;

    private static EngineFixture engine;
    private static Database database;
    private static RootAllocator allocator;

    @BeforeAll
    static void open() {
        Path warehouse = folder.resolve("warehouse");
        engine = EngineFixture.open(warehouse);
        allocator = new RootAllocator();
        database = Database.open(DuckDbLibrary.load(), DatabaseOptions.open());
        try (Connection connection = database.connect();
                IcebergCatalog catalog = LocalWarehouse.open(warehouse, "lake")) {
            for (String table : List.of("t", "u")) {
                fill(table);
                String files = catalog.planScan(ScanRequest.of(TableName.of("lake", "main", table))).tasks().stream()
                        .map(ScanTask::location)
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(", ", "[", "]"));
                connection.execute("CREATE VIEW " + table + " AS SELECT * FROM read_parquet(" + files
                        + ", hive_partitioning = false)");
            }
        }
    }

    /** Three small files, with nulls, repeated values and both signs. */
    private static void fill(String table) {
        engine.run("CREATE TABLE " + table + " (" + String.join(", ", RandomQueries.COLUMNS) + ")");
        int shift = table.equals("t") ? 0 : 3;
        for (int file = 0; file < 3; file++) {
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < 12; row++) {
                rows.add(row(file * 12 + row + shift));
            }
            engine.run("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
        }
    }

    private static String row(int n) {
        String[] texts = {"'a'", "'b'", "'ab'", "''", "NULL", "'é🦆'"};
        return "(" + (n % 7 == 0 ? "NULL" : String.valueOf(n % 9 - 3)) + ", "
                + (n % 11 == 0 ? "NULL" : String.valueOf(n % 13)) + ", "
                + (n % 5 == 0 ? "NULL" : n % 8 + "." + n % 10 + "0") + ", "
                + texts[n % texts.length] + ", "
                + (n % 6 == 0 ? "NULL" : "DATE '2024-0" + (1 + n % 4) + "-15'") + ", "
                + (n % 4 == 0 ? "NULL" : String.valueOf(n % 2 == 0)) + ")";
    }

    @AfterAll
    static void close() {
        database.close();
        allocator.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rowsAreThoseOfDuckDb(long seed) {
        RandomQueries queries = new RandomQueries(seed);
        for (int i = 0; i < QUERIES_PER_SEED; i++) {
            String sql = queries.next();
            assertThat(here(sql)).as(sql).containsExactlyInAnyOrderElementsOf(inDuckDb(sql));
        }
    }

    private static List<String> here(String sql) {
        List<String> rows = new ArrayList<>();
        try (Query query = engine.engine().start(sql, engine.session())) {
            ArrowStream stream = query.rows();
            while (stream.loadNext()) {
                addRows(stream.batch(), rows);
            }
        } catch (RuntimeException failure) {
            throw new AssertionError("Failed here: " + sql, failure);
        }
        return rows;
    }

    private static List<String> inDuckDb(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                var stream = connection.query(sql, BATCH_ROWS, allocator)) {
            for (VectorSchemaRoot next = stream.next(); next != null; next = stream.next()) {
                try (VectorSchemaRoot batch = next) {
                    addRows(batch, rows);
                }
            }
        }
        return rows;
    }

    private static void addRows(VectorSchemaRoot batch, List<String> rows) {
        for (int row = 0; row < batch.getRowCount(); row++) {
            int index = row;
            rows.add(batch.getFieldVectors().stream()
                    .map(vector -> text(vector.getObject(index)))
                    .collect(Collectors.joining("|")));
        }
    }

    /** Numbers count by their value: engines give sums different widths. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Number number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
