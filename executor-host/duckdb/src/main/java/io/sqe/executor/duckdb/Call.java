package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The scratch memory of a few C calls: an error slot, an out slot and whatever strings are passed. Turns a status into an
 * exception. Closed by the method that makes the calls.
 */
final class Call implements AutoCloseable {
    /** {@code duckdb_v2_str}: pointer and length. */
    static final long STR_BYTES = 16;

    private static final long OUT_BYTES = 32;

    private final CApi api;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment err;
    private final MemorySegment out;

    Call(CApi api) {
        this.api = api;
        MemorySegment scratch = arena.allocate(ADDRESS.byteSize() + OUT_BYTES, 8);
        this.err = scratch.asSlice(0, ADDRESS.byteSize());
        this.out = scratch.asSlice(ADDRESS.byteSize(), OUT_BYTES);
    }

    /** The error slot to pass as {@code err}. */
    MemorySegment err() {
        return err;
    }

    /** The out slot to pass, of 32 bytes: a handle, a number or a {@code duckdb_v2_str}. */
    MemorySegment out() {
        return out;
    }

    MemorySegment outHandle() {
        return out.get(ADDRESS, 0);
    }

    long outLong() {
        return out.get(JAVA_LONG, 0);
    }

    String outText() {
        return text(out);
    }

    /** Fails with what the error slot says unless the status is success. */
    void check(int status) {
        if (status != 0) {
            throw failure(status);
        }
    }

    Arena arena() {
        return arena;
    }

    /** A {@code duckdb_v2_str} that lives as long as this call. */
    MemorySegment str(String text) {
        MemorySegment view = arena.allocate(STR_BYTES, 8);
        writeStr(view, text);
        return view;
    }

    /** Fills one {@code duckdb_v2_str}, with bytes that live as long as this call. */
    void writeStr(MemorySegment view, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        view.set(ADDRESS, 0, bytes.length == 0 ? MemorySegment.NULL : arena.allocateFrom(JAVA_BYTE, bytes));
        view.set(JAVA_LONG, ADDRESS.byteSize(), bytes.length);
    }

    /** Reads a {@code duckdb_v2_str}. */
    static String text(MemorySegment view) {
        long length = view.get(JAVA_LONG, ADDRESS.byteSize());
        if (length == 0) {
            return "";
        }
        MemorySegment bytes = Pointers.sized(view.get(ADDRESS, 0), length);
        return new String(bytes.toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }

    private DuckDbException failure(int status) {
        MemorySegment info = err.get(ADDRESS, 0);
        if (MemorySegment.NULL.equals(info)) {
            return DuckDbException.of(status, "DuckDB gave no message");
        }
        try {
            String message = api.errorInfoGetRawText(info, out) == 0 ? outText() : "";
            return DuckDbException.of(status, message);
        } finally {
            int unused = api.errorInfoDestroy(err);
            assert unused == 0;
        }
    }
}
