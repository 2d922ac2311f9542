package io.sqe.gateway.caching;

import io.sqe.executor.ArrowStream;
import java.util.Iterator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** The rows of a kept result, copied batch by batch: what a reader does with a batch is seen by nobody else. */
final class KeptRows implements ArrowStream {
    private final KeptResult result;
    private final Iterator<KeptBatch> batches;
    private final BufferAllocator allocator;
    private final VectorSchemaRoot root;
    private boolean isClosed;

    /** @param result claimed for this reader, who lets go of it */
    KeptRows(KeptResult result, BufferAllocator allocator) {
        this.result = result;
        this.batches = result.batches().iterator();
        this.allocator = allocator;
        this.root = VectorSchemaRoot.create(result.schema(), allocator);
    }

    @Override
    public Schema schema() {
        return result.schema();
    }

    @Override
    public boolean loadNext() {
        root.clear();
        if (isClosed || !batches.hasNext()) {
            return false;
        }
        batches.next().copyTo(root, allocator);
        return true;
    }

    @Override
    public VectorSchemaRoot batch() {
        return root;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            root.close();
            result.letGo();
        }
    }
}
