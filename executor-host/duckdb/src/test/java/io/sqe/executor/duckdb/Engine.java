package io.sqe.executor.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** A real DuckDB for tests: one database, one connection, and an allocator that must be empty when it is closed. */
final class Engine implements AutoCloseable {
    static final DuckDbLibrary LIBRARY = DuckDbLibrary.load();

    final BufferAllocator allocator = new RootAllocator();
    final Database database;
    final Connection connection;

    private Engine(DatabaseOptions options) {
        this.database = Database.open(LIBRARY, options);
        this.connection = database.connect();
    }

    static Engine open(DatabaseOptions options) {
        return new Engine(options);
    }

    static Engine locked() {
        return new Engine(DatabaseOptions.locked());
    }

    /** All rows of a query, as Java objects. */
    List<List<@Nullable Object>> rows(String sql) {
        return rows(sql, 32_768);
    }

    List<List<@Nullable Object>> rows(String sql, int batchRows) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (ArrowStream stream = connection.query(sql, batchRows, allocator)) {
            for (VectorSchemaRoot next = stream.next(); next != null; next = stream.next()) {
                try (VectorSchemaRoot batch = next) {
                    IntStream.range(0, batch.getRowCount()).forEach(row -> rows.add(row(batch, row)));
                }
            }
        }
        return rows;
    }

    /** The only value of a query's only row. */
    @Nullable
    Object value(String sql) {
        return rows(sql).getFirst().getFirst();
    }

    Schema schema(String sql) {
        try (ArrowStream stream = connection.query(sql, 32_768, allocator)) {
            return stream.schema();
        }
    }

    @Override
    public void close() {
        database.close();
        allocator.close();
    }

    static List<@Nullable Object> row(VectorSchemaRoot batch, int row) {
        List<@Nullable Object> values = new ArrayList<>();
        batch.getFieldVectors().forEach(vector -> values.add(plain(vector.getObject(row))));
        return values;
    }

    /** Arrow's own text and list classes as the JDK's. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case org.apache.arrow.vector.util.Text text -> text.toString();
            case byte[] bytes -> java.util.HexFormat.of().formatHex(bytes);
            case List<?> list -> plainList(list);
            default -> value;
        };
    }

    private static List<@Nullable Object> plainList(List<?> list) {
        List<@Nullable Object> plain = new ArrayList<>();
        list.forEach(element -> plain.add(plain(element)));
        return plain;
    }
}
