package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;

/**
 * An array that was moved out of C. Its buffers are wrapped one by one and share one reference count: whoever lets go last
 * calls the producer's {@code release}.
 */
final class ImportedArray implements AutoCloseable {
    private static final AtomicLong UNRELEASED = new AtomicLong();

    private final MemorySegment struct;
    private final AtomicLong references = new AtomicLong(1);

    private ImportedArray(MemorySegment struct) {
        this.struct = struct;
    }

    /** Moves an array: the source counts as released from here on. The importer closes this when it has wrapped the buffers. */
    static ImportedArray move(MemorySegment source) {
        MemorySegment struct = CData.takeArray();
        MemorySegment.copy(source, 0, struct, 0, CData.ARRAY_BYTES);
        source.set(ADDRESS, CData.ARRAY_RELEASE, MemorySegment.NULL);
        UNRELEASED.incrementAndGet();
        return new ImportedArray(struct);
    }

    /** The arrays of this process whose producers still wait for {@code release}. */
    static long unreleased() {
        return UNRELEASED.get();
    }

    MemorySegment struct() {
        return struct;
    }

    /** Wraps one buffer; the array lives at least until it is closed. */
    ArrowBuf wrap(MemorySegment address, long bytes, BufferAllocator allocator) {
        if (bytes == 0 || MemorySegment.NULL.equals(address)) {
            return allocator.getEmpty();
        }
        references.incrementAndGet();
        try {
            return allocator.wrapForeignAllocation(new Shared(bytes, address.address()));
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    @Override
    public void close() {
        if (references.decrementAndGet() == 0) {
            CData.releaseArray(struct);
            CData.recycleArray(struct);
            UNRELEASED.decrementAndGet();
        }
    }

    /** One buffer of the array, as the allocator sees it. */
    private final class Shared extends ForeignAllocation {
        Shared(long bytes, long address) {
            super(bytes, address);
        }

        @Override
        protected void release0() {
            close();
        }
    }
}
