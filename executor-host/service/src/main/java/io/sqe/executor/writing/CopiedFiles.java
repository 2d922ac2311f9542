package io.sqe.executor.writing;

import io.sqe.executor.duckdb.ArrowStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.JsonStringHashMap;
import org.jspecify.annotations.Nullable;

/** The files that a {@link ParquetCopy} wrote, as the rows that {@code Fragment.Output.Parquet} describes. */
public final class CopiedFiles {
    /** {@code location VARCHAR, row_count BIGINT, partition LIST(VARCHAR)}. */
    public static final Schema SCHEMA = new Schema(List.of(
            Field.nullable("location", new ArrowType.Utf8()),
            Field.nullable("row_count", new ArrowType.Int(Long.SIZE, true)),
            new Field(
                    "partition",
                    FieldType.nullable(new ArrowType.List()),
                    List.of(Field.nullable("element", new ArrowType.Utf8())))));

    private CopiedFiles() {}

    /**
     * Runs the COPY to its end and answers its files; the caller closes the batch.
     *
     * @param partitions how many partition fields the table has
     */
    public static VectorSchemaRoot read(ArrowStream copy, int partitions, BufferAllocator allocator) {
        List<CopiedFile> files = new ArrayList<>();
        for (VectorSchemaRoot next = copy.next(); next != null; next = copy.next()) {
            try (VectorSchemaRoot batch = next) {
                for (int row = 0; row < batch.getRowCount(); row++) {
                    files.add(file(batch, row, partitions));
                }
            }
        }
        return batch(files, allocator);
    }

    private static CopiedFile file(VectorSchemaRoot batch, int row, int partitions) {
        Map<String, @Nullable String> keys = keys(batch.getVector("partition_keys"), row);
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            values.add(keys.get(ParquetCopy.partitionKey(i)));
        }
        String location = String.valueOf(batch.getVector("filename").getObject(row));
        long rows = ((Number) batch.getVector("count").getObject(row)).longValue();
        return new CopiedFile(location, rows, values);
    }

    private static Map<String, @Nullable String> keys(FieldVector vector, int row) {
        Map<String, @Nullable String> keys = new HashMap<>();
        if (vector.getObject(row) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof JsonStringHashMap<?, ?> pair) {
                    Object value = pair.get("value");
                    keys.put(String.valueOf(pair.get("key")), value == null ? null : value.toString());
                }
            }
        }
        return keys;
    }

    private static VectorSchemaRoot batch(List<CopiedFile> files, BufferAllocator allocator) {
        VectorSchemaRoot batch = VectorSchemaRoot.create(SCHEMA, allocator);
        var locations = (VarCharVector) batch.getVector("location");
        var counts = (BigIntVector) batch.getVector("row_count");
        UnionListWriter partitions = ((ListVector) batch.getVector("partition")).getWriter();
        for (int row = 0; row < files.size(); row++) {
            CopiedFile file = files.get(row);
            locations.setSafe(row, file.location().getBytes(StandardCharsets.UTF_8));
            counts.setSafe(row, file.rows());
            partitions.setPosition(row);
            partitions.startList();
            file.partition().forEach(value -> write(partitions, value));
            partitions.endList();
        }
        batch.setRowCount(files.size());
        return batch;
    }

    private static void write(UnionListWriter list, @Nullable String value) {
        if (value == null) {
            list.writeNull();
        } else {
            list.writeVarChar(value);
        }
    }

    private record CopiedFile(String location, long rows, List<@Nullable String> partition) {}
}
