package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A C handle that must be destroyed by whoever holds this. A handle that is only borrowed from DuckDB is a bare {@link
 * MemorySegment} and lives in a local variable.
 */
final class OwnedHandle implements AutoCloseable {
    private final Destroyer destroyer;
    private MemorySegment handle;

    OwnedHandle(MemorySegment handle, Destroyer destroyer) {
        this.handle = handle;
        this.destroyer = destroyer;
    }

    /** The C function that destroys a handle through a pointer to it. */
    @FunctionalInterface
    interface Destroyer {
        int destroy(MemorySegment slot);
    }

    MemorySegment handle() {
        if (isClosed()) {
            throw new IllegalStateException("The handle is closed");
        }
        return handle;
    }

    boolean isClosed() {
        return MemorySegment.NULL.equals(handle);
    }

    @Override
    public void close() {
        if (isClosed()) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = arena.allocateFrom(ADDRESS, handle);
            handle = MemorySegment.NULL;
            int status = destroyer.destroy(slot);
            assert status == 0 : status;
        }
    }
}
