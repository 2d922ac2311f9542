package io.sqe.executor.duckdb;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;
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
        List<List<@Nullable Object>> rows = new ArrayList<>();
        forEachRow(sql, 32_768, (batch, row) -> {
            List<@Nullable Object> values = new ArrayList<>();
            batch.getFieldVectors().forEach(vector -> values.add(plain(vector.getObject(row))));
            rows.add(values);
        });
        return rows;
    }

    /** The first column of a query, as text. */
    List<String> texts(String sql, int batchRows) {
        List<String> texts = new ArrayList<>();
        forEachRow(
                sql,
                batchRows,
                (batch, row) ->
                        texts.add(String.valueOf(plain(batch.getVector(0).getObject(row)))));
        return texts;
    }

    /** The only value of a query's only row, as text. */
    String text(String sql) {
        return texts(sql, 32_768).getFirst();
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

    private void forEachRow(String sql, int batchRows, BiConsumer<VectorSchemaRoot, Integer> consumer) {
        try (ArrowStream stream = connection.query(sql, batchRows, allocator)) {
            for (VectorSchemaRoot next = stream.next(); next != null; next = stream.next()) {
                try (VectorSchemaRoot batch = next) {
                    for (int row = 0; row < batch.getRowCount(); row++) {
                        consumer.accept(batch, row);
                    }
                }
            }
        }
    }

    /** Arrow's own text as the JDK's, and bytes so that they can be compared. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Text text -> text.toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> value;
        };
    }
}
