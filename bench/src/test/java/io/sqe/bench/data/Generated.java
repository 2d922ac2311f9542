package io.sqe.bench.data;

import io.sqe.executor.ArrowStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** Reads generated tables in tests; fails if a stream leaks. */
public final class Generated {
    private Generated() {}

    public static TableSource table(List<TableSource> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static long rowCount(TableSource table) {
        long count = 0;
        try (BufferAllocator allocator = new RootAllocator()) {
            for (int part = 0; part < table.parts(); part++) {
                try (ArrowStream stream = table.open(part, allocator)) {
                    while (stream.loadNext()) {
                        count += stream.batch().getRowCount();
                    }
                }
            }
        }
        return count;
    }

    /** The values of some columns of all rows. */
    public static List<List<@Nullable Object>> rows(TableSource table, String... columns) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator()) {
            for (int part = 0; part < table.parts(); part++) {
                try (ArrowStream stream = table.open(part, allocator)) {
                    while (stream.loadNext()) {
                        VectorSchemaRoot batch = stream.batch();
                        IntStream.range(0, batch.getRowCount()).forEach(row -> rows.add(row(batch, row, columns)));
                    }
                }
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(VectorSchemaRoot batch, int row, String... columns) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : columns) {
            Object value = batch.getVector(column).getObject(row);
            values.add(value instanceof org.apache.arrow.vector.util.Text text ? text.toString() : value);
        }
        return values;
    }
}
