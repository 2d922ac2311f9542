package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One argument of a {@link ScalarFunction}, over DuckDB's own memory. Valid during the call only. Reading a row that is null
 * answers what happens to lie there.
 */
public final class InputColumn {
    private static final int INLINE_BYTES_MAX = 12;
    private static final long UNSELECTED_ROWS_MAX = 1L << 32;

    private final int width;
    private final MemorySegment values;
    private final MemorySegment validity;
    private final MemorySegment selection;

    /** Reads a {@code duckdb_v2_vector_view}. */
    InputColumn(MemorySegment view, int width) {
        this.width = width;
        long rows = view.get(JAVA_LONG, 24);
        MemorySegment selected = view.get(ADDRESS, 16);
        boolean isSelected = !MemorySegment.NULL.equals(selected);
        long valuesMax = isSelected ? UNSELECTED_ROWS_MAX : rows;
        this.selection = isSelected ? Pointers.sized(selected, rows * Integer.BYTES) : MemorySegment.NULL;
        this.values = Pointers.sized(view.get(ADDRESS, 0), valuesMax * width);
        MemorySegment valid = view.get(ADDRESS, 8);
        this.validity = MemorySegment.NULL.equals(valid)
                ? MemorySegment.NULL
                : Pointers.sized(valid, (valuesMax + 63) / 64 * Long.BYTES);
    }

    /** Whether any row may be null. */
    public boolean mayHaveNulls() {
        return validity.byteSize() != 0;
    }

    public boolean isNull(int row) {
        if (validity.byteSize() == 0) {
            return false;
        }
        long index = index(row);
        return (validity.getAtIndex(JAVA_LONG, index >> 6) >>> (index & 63) & 1) == 0;
    }

    public boolean booleanAt(int row) {
        return values.get(JAVA_BYTE, index(row)) != 0;
    }

    /** A whole number of up to 32 bits, or a date as days. */
    public int intAt(int row) {
        return (int) longAt(row);
    }

    /** A whole number, a date, a time, a timestamp or an unscaled decimal of up to 64 bits. */
    public long longAt(int row) {
        long index = index(row);
        return switch (width) {
            case 1 -> values.get(JAVA_BYTE, index);
            case 2 -> values.getAtIndex(JAVA_SHORT, index);
            case 4 -> values.getAtIndex(JAVA_INT, index);
            case 8 -> values.getAtIndex(JAVA_LONG, index);
            default -> values.get(JAVA_LONG, index * width);
        };
    }

    /** The upper 64 bits of a decimal, HUGEINT or UUID of 128; {@link #longAt} has the lower ones. */
    public long upperLongAt(int row) {
        if (width != 16) {
            return longAt(row) >> 63;
        }
        return values.get(JAVA_LONG, index(row) * width + Long.BYTES);
    }

    public float floatAt(int row) {
        return values.getAtIndex(JAVA_FLOAT, index(row));
    }

    public double doubleAt(int row) {
        return values.getAtIndex(JAVA_DOUBLE, index(row));
    }

    /** The bytes of a VARCHAR, in UTF-8, or of a BLOB: little-endian, read-only and not copied. */
    public ByteBuffer bytesAt(int row) {
        long start = index(row) * width;
        int length = values.get(JAVA_INT, start);
        MemorySegment bytes = length <= INLINE_BYTES_MAX
                ? values.asSlice(start + Integer.BYTES, length)
                : Pointers.sized(values.get(ADDRESS, start + Long.BYTES), length);
        return bytes.asReadOnly().asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private long index(int row) {
        return selection.byteSize() == 0 ? row : selection.getAtIndex(JAVA_INT, row);
    }
}
