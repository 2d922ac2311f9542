package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Lends a batch to C as a {@code struct ArrowArray} over the same buffers. The batch's own references may be dropped right
 * away: the buffers live until C has released the array and every child that it may have moved elsewhere.
 */
final class ArrayExport implements AutoCloseable {
    /** The arrays that C holds, by the number in their private data. */
    private static final JavaObjects LENT = new JavaObjects();

    private static final Lazy<MemorySegment> RELEASE = new Lazy<>(() -> Upcalls.release(ArrayExport::release));
    private static final MemorySegment NOTHING = MemorySegment.NULL;

    private final List<ArrowBuf> buffers = new ArrayList<>();
    private final AtomicLong nodes = new AtomicLong(1);
    private final MemorySegment number;
    private final ArrowBuf block;
    private long blockUsed;

    private ArrayExport(VectorSchemaRoot batch) {
        long bytes = blockBytes(batch.getFieldVectors());
        this.block = batch.getVector(0).getAllocator().buffer(bytes);
        this.number = LENT.hold(this);
    }

    /** The number of arrays that C has not released yet. */
    static int lent() {
        return LENT.count();
    }

    /** Writes a batch of at least one column into a struct, which counts as C's from here on. */
    static void write(VectorSchemaRoot batch, MemorySegment struct) throws Exception {
        ArrayExport export = new ArrayExport(batch);
        try {
            export.fill(struct, batch.getRowCount(), 0, NOTHING, 1, batch.getFieldVectors());
            struct.set(ADDRESS, CData.ARRAY_BUFFERS, export.pointers(1).fill((byte) 0));
        } catch (RuntimeException failure) {
            LENT.letGo(export.number);
            throw failure;
        }
    }

    /** Frees the buffers; called when C has released everything. */
    @Override
    public void close() {
        buffers.forEach(ArrowBuf::close);
        block.close();
    }

    private void write(FieldVector vector, MemorySegment struct) {
        int count = vector.getExportedCDataBufferCount();
        ArrowBuf pointers =
                block.slice(blockUsed, (long) count * ADDRESS.byteSize()).writerIndex(0);
        MemorySegment segment = pointers(count);
        vector.exportCDataBuffers(buffers, pointers, 0);
        fill(struct, vector.getValueCount(), vector.getNullCount(), segment, count, vector.getChildrenFromFields());
        nodes.incrementAndGet();
    }

    private void fill(
            MemorySegment struct,
            long length,
            long nulls,
            MemorySegment pointers,
            int count,
            List<FieldVector> children) {
        struct.set(JAVA_LONG, CData.ARRAY_LENGTH, length);
        struct.set(JAVA_LONG, CData.ARRAY_NULL_COUNT, nulls);
        struct.set(JAVA_LONG, CData.ARRAY_OFFSET, 0);
        struct.set(JAVA_LONG, CData.ARRAY_BUFFER_COUNT, count);
        struct.set(JAVA_LONG, CData.ARRAY_CHILD_COUNT, children.size());
        struct.set(ADDRESS, CData.ARRAY_BUFFERS, pointers);
        struct.set(ADDRESS, CData.ARRAY_CHILDREN, pointers(children.size()));
        struct.set(ADDRESS, CData.ARRAY_DICTIONARY, NOTHING);
        struct.set(ADDRESS, CData.ARRAY_RELEASE, RELEASE.value());
        struct.set(ADDRESS, CData.ARRAY_PRIVATE_DATA, number);
        MemorySegment childPointers =
                Pointers.sized(struct.get(ADDRESS, CData.ARRAY_CHILDREN), children.size() * ADDRESS.byteSize());
        for (int index = 0; index < children.size(); index++) {
            MemorySegment child = take(CData.ARRAY_BYTES);
            childPointers.setAtIndex(ADDRESS, index, child);
            write(children.get(index), child);
        }
    }

    private MemorySegment pointers(int count) {
        return take(count * ADDRESS.byteSize());
    }

    private MemorySegment take(long bytes) {
        MemorySegment taken = Pointers.sized(block.memoryAddress() + blockUsed, bytes);
        blockUsed += bytes;
        return taken;
    }

    private static long blockBytes(List<FieldVector> vectors) {
        long bytes = ADDRESS.byteSize() + vectors.size() * ADDRESS.byteSize();
        for (FieldVector vector : vectors) {
            bytes += CData.ARRAY_BYTES + vector.getExportedCDataBufferCount() * ADDRESS.byteSize();
            bytes += blockBytes(vector.getChildrenFromFields());
        }
        return bytes;
    }

    /** {@code release}: of an array with all children that are still in place, or of a child that was moved. */
    private static void release(MemorySegment pointer) throws Exception {
        MemorySegment struct = Pointers.sized(pointer, CData.ARRAY_BYTES);
        for (long index = 0; index < struct.get(JAVA_LONG, CData.ARRAY_CHILD_COUNT); index++) {
            MemorySegment child = CData.childArray(struct, index);
            if (!CData.isReleasedArray(child)) {
                release(child);
            }
        }
        struct.set(ADDRESS, CData.ARRAY_RELEASE, MemorySegment.NULL);
        MemorySegment number = struct.get(ADDRESS, CData.ARRAY_PRIVATE_DATA);
        if (LENT.find(number, ArrayExport.class).nodes.decrementAndGet() == 0) {
            LENT.letGo(number);
        }
    }
}
