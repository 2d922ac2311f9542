package io.sqe.gateway.flight.metadata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;

/** Writes rows into vectors, value by value. */
final class RowWriter {
    private final VectorSchemaRoot root;
    private int count;

    RowWriter(VectorSchemaRoot root) {
        this.root = root;
    }

    int count() {
        return count;
    }

    /** Adds a row of as many values as there are columns. */
    void add(@Nullable Object... values) {
        List<FieldVector> columns = root.getFieldVectors();
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        for (int column = 0; column < values.length; column++) {
            set(columns.get(column), count, values[column]);
        }
        count++;
    }

    private static void set(FieldVector vector, int row, @Nullable Object value) {
        switch (value) {
            case null -> setNull(vector, row);
            case String text
            when vector instanceof VarCharVector texts -> texts.setSafe(row, text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes when vector instanceof VarBinaryVector binaries -> binaries.setSafe(row, bytes);
            case Integer number when vector instanceof IntVector numbers -> numbers.setSafe(row, number);
            case Boolean flag when vector instanceof BitVector flags -> flags.setSafe(row, flag ? 1 : 0);
            case List<?> texts when vector instanceof ListVector lists -> setList(lists, row, texts);
            default -> throw new IllegalArgumentException("No " + value.getClass() + " in " + vector.getField());
        }
    }

    private static void setNull(FieldVector vector, int row) {
        while (vector.getValueCapacity() <= row) {
            vector.reAlloc();
        }
        vector.setNull(row);
    }

    private static void setList(ListVector lists, int row, List<?> texts) {
        VarCharVector items = (VarCharVector) lists.getDataVector();
        int start = lists.startNewValue(row);
        for (int i = 0; i < texts.size(); i++) {
            items.setSafe(start + i, String.valueOf(texts.get(i)).getBytes(StandardCharsets.UTF_8));
        }
        lists.endValue(row, texts.size());
    }
}
