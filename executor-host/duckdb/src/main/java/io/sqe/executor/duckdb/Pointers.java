package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;

/** The one place where an address that came from C is given a size. */
final class Pointers {
    private Pointers() {}

    /** Gives an address the number of bytes that its owner promised. */
    // Restricted because a wrong size reads foreign memory: callers take it from the C contract they cite.
    @SuppressWarnings("restricted")
    static MemorySegment sized(MemorySegment address, long bytes) {
        return address.reinterpret(bytes);
    }

    static MemorySegment sized(long address, long bytes) {
        return sized(MemorySegment.ofAddress(address), bytes);
    }
}
