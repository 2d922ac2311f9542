package io.sqe.gateway.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Copies a result while a person reads it. What was copied is kept if {@link #finish} is called, which says that it is whole; of a
 * result that is too large, left early, cancelled or failed nothing stays. Used by the result's reader, who closes it.
 */
public final class Recording implements AutoCloseable {
    private final BufferAllocator allocator;
    private final Consumer<KeptResult> whenWhole;
    private final Runnable whenDone;
    private final List<KeptBatch> copies = new ArrayList<>();
    private long bytesLeft;
    private boolean isDone;

    /**
     * Begins.
     *
     * @param allocator of the copies
     * @param bytesMax of all copies; of a larger result nothing is kept
     * @param whenWhole is given the result once it is whole
     * @param whenDone is run once, when nothing more will be copied
     */
    Recording(BufferAllocator allocator, long bytesMax, Consumer<KeptResult> whenWhole, Runnable whenDone) {
        this.allocator = allocator;
        this.bytesLeft = bytesMax;
        this.whenWhole = whenWhole;
        this.whenDone = whenDone;
    }

    /** Copies one batch more. */
    public void add(VectorSchemaRoot batch) {
        if (isDone) {
            return;
        }
        bytesLeft -= KeptBatch.bytesOf(batch);
        if (bytesLeft < 0) {
            close();
            return;
        }
        try {
            copies.add(KeptBatch.copyOf(batch, allocator));
        } catch (OutOfMemoryException full) {
            close();
        }
    }

    /** There is no further batch: the result is whole. */
    public void finish(Schema schema) {
        if (!isDone) {
            KeptResult whole = new KeptResult(schema, copies);
            copies.clear();
            close();
            whenWhole.accept(whole);
        }
    }

    /** Forgets what is not finished. */
    @Override
    public void close() {
        copies.forEach(KeptBatch::close);
        copies.clear();
        if (!isDone) {
            isDone = true;
            whenDone.run();
        }
    }
}
