package io.sqe.gateway.result;

import io.sqe.executor.ArrowStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link ResultTable} as a stream of one batch. */
public final class ListedRows implements ArrowStream {
    private final VectorSchemaRoot root;
    private boolean delivered;

    private ListedRows(VectorSchemaRoot root) {
        this.root = root;
    }

    /** Copies the table into memory of the allocator; the stream's reader closes it. */
    public static ListedRows open(ResultTable table, BufferAllocator allocator) {
        VectorSchemaRoot root = VectorSchemaRoot.create(table.schema(), allocator);
        List<List<@Nullable Object>> rows = table.rows();
        for (int column = 0; column < root.getFieldVectors().size(); column++) {
            FieldVector vector = root.getVector(column);
            vector.allocateNew();
            for (int row = 0; row < rows.size(); row++) {
                set(vector, row, rows.get(row).get(column));
            }
        }
        root.setRowCount(rows.size());
        return new ListedRows(root);
    }

    private static void set(FieldVector vector, int row, @Nullable Object value) {
        switch (value) {
            case null -> vector.setNull(row);
            case Long number when vector instanceof BigIntVector numbers -> numbers.setSafe(row, number);
            case String text
            when vector instanceof VarCharVector texts -> texts.setSafe(row, text.getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("No " + value.getClass() + " in " + vector.getField());
        }
    }

    @Override
    public Schema schema() {
        return root.getSchema();
    }

    @Override
    public boolean loadNext() {
        boolean hasNext = !delivered && root.getRowCount() > 0;
        delivered = true;
        return hasNext;
    }

    @Override
    public VectorSchemaRoot batch() {
        return root;
    }

    @Override
    public void close() {
        root.close();
    }
}
