package io.sqe.gateway.caching;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;

/**
 * A copy of a batch, in one piece of memory that belongs to nobody's query. Whoever made it closes it.
 *
 * @param ranges of the vectors' buffers within {@code memory}
 */
record KeptBatch(int rowCount, List<ArrowFieldNode> nodes, List<Range> ranges, ArrowBuf memory)
        implements AutoCloseable {
    /** Arrow wants buffers to begin at a multiple of this many bytes. */
    private static final int ALIGNMENT = 8;

    KeptBatch {
        nodes = List.copyOf(nodes);
        ranges = List.copyOf(ranges);
    }

    /** Bytes that a copy of the batch would take. */
    static long bytesOf(VectorSchemaRoot batch) {
        try (ArrowRecordBatch unloaded = unload(batch)) {
            return bytesOf(ranges(unloaded.getBuffers()));
        }
    }

    /** Copies a batch; it stays what it is. */
    static KeptBatch copyOf(VectorSchemaRoot batch, BufferAllocator allocator) {
        try (ArrowRecordBatch unloaded = unload(batch)) {
            List<ArrowBuf> buffers = unloaded.getBuffers();
            List<Range> ranges = ranges(buffers);
            ArrowBuf memory = allocator.buffer(bytesOf(ranges));
            for (int i = 0; i < buffers.size(); i++) {
                memory.setBytes(
                        ranges.get(i).start(), buffers.get(i), 0, ranges.get(i).length());
            }
            return new KeptBatch(unloaded.getLength(), unloaded.getNodes(), ranges, memory);
        }
    }

    /** Puts a copy of the kept batch into a root of the same schema. */
    void copyTo(VectorSchemaRoot root, BufferAllocator allocator) {
        try (ArrowBuf copy = allocator.buffer(bytes())) {
            copy.setBytes(0, memory, 0, bytes());
            List<ArrowBuf> buffers = ranges.stream()
                    .map(range -> copy.slice(range.start(), range.length()))
                    .toList();
            try (ArrowRecordBatch batch = new ArrowRecordBatch(rowCount, nodes, buffers)) {
                new VectorLoader(root).load(batch);
            }
        }
    }

    private static ArrowRecordBatch unload(VectorSchemaRoot batch) {
        return new VectorUnloader(batch).getRecordBatch();
    }

    private static List<Range> ranges(List<ArrowBuf> buffers) {
        List<Range> ranges = new ArrayList<>();
        long start = 0;
        for (ArrowBuf buffer : buffers) {
            ranges.add(new Range(start, buffer.readableBytes()));
            start += (buffer.readableBytes() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        return ranges;
    }

    private static long bytesOf(List<Range> ranges) {
        return ranges.isEmpty()
                ? 0
                : ranges.getLast().start() + ranges.getLast().length();
    }

    private long bytes() {
        return bytesOf(ranges);
    }

    /** What is taken of memory, which comes in powers of two. */
    long allocatedBytes() {
        return memory.getActualMemoryConsumed();
    }

    @Override
    public void close() {
        memory.close();
    }

    /** A part of a piece of memory. */
    record Range(long start, long length) {}
}
