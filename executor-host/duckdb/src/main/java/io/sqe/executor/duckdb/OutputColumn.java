package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/** The result of a {@link ScalarFunction}, over DuckDB's own memory. Valid during the call only. */
public final class OutputColumn {
    private static final int INLINE_BYTES_MAX = 12;

    private final CApi api;
    private final MemorySegment vector;
    private final int width;
    private final int rows;
    private final MemorySegment values;
    private MemorySegment validity = MemorySegment.NULL;

    OutputColumn(CApi api, MemorySegment vector, int width, int rows) {
        this.api = api;
        this.vector = vector;
        this.width = width;
        this.rows = rows;
        try (Call call = new Call(api)) {
            call.check(api.vectorGetDataMutable(vector, call.out(), call.err()));
            this.values = Pointers.sized(call.outHandle(), (long) rows * width);
        }
    }

    public void setNull(int row) {
        if (validity.byteSize() == 0) {
            try (Call call = new Call(api)) {
                call.check(api.vectorFlatGetValidityMutable(vector, call.out(), call.err()));
                validity = Pointers.sized(call.outHandle(), (rows + 63L) / 64 * Long.BYTES);
            }
        }
        long word = validity.getAtIndex(JAVA_LONG, row >> 6);
        validity.setAtIndex(JAVA_LONG, row >> 6, word & ~(1L << (row & 63)));
    }

    public void setBoolean(int row, boolean value) {
        values.set(JAVA_BYTE, row, (byte) (value ? 1 : 0));
    }

    /** A whole number, a date, a time, a timestamp or an unscaled decimal of up to 64 bits. */
    public void setLong(int row, long value) {
        switch (width) {
            case 1 -> values.set(JAVA_BYTE, row, (byte) value);
            case 2 -> values.setAtIndex(JAVA_SHORT, row, (short) value);
            case 4 -> values.setAtIndex(JAVA_INT, row, (int) value);
            case 8 -> values.setAtIndex(JAVA_LONG, row, value);
            default -> setLongs(row, value, value >> 63);
        }
    }

    /** A HUGEINT, a UUID or an unscaled decimal of 128 bits. */
    public void setLongs(int row, long lower, long upper) {
        values.set(JAVA_LONG, (long) row * width, lower);
        values.set(JAVA_LONG, (long) row * width + Long.BYTES, upper);
    }

    public void setFloat(int row, float value) {
        values.setAtIndex(JAVA_FLOAT, row, value);
    }

    public void setDouble(int row, double value) {
        values.setAtIndex(JAVA_DOUBLE, row, value);
    }

    /** A VARCHAR, as UTF-8, or a BLOB. */
    public void setBytes(int row, byte[] bytes) {
        long start = (long) row * width;
        MemorySegment source = MemorySegment.ofArray(bytes);
        values.asSlice(start, width).fill((byte) 0);
        values.set(JAVA_INT, start, bytes.length);
        if (bytes.length <= INLINE_BYTES_MAX) {
            MemorySegment.copy(source, 0, values, start + Integer.BYTES, bytes.length);
            return;
        }
        MemorySegment target = allocate(bytes.length).copyFrom(source);
        MemorySegment.copy(source, 0, values, start + Integer.BYTES, Integer.BYTES);
        values.set(ADDRESS, start + Long.BYTES, target);
    }

    private MemorySegment allocate(int bytes) {
        try (Call call = new Call(api)) {
            call.check(api.vectorGetArena(vector, call.out(), call.err()));
            MemorySegment arena = call.outHandle();
            call.check(api.arenaAllocate(arena, bytes, call.out(), call.err()));
            return Pointers.sized(call.outHandle(), bytes);
        }
    }
}
