package io.sqe.executor;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Batches with one schema, read by one thread and closed by its reader.
 *
 * <p>The root of {@link #batch} is the stream's own: its vectors are valid until the next {@link #loadNext} or
 * {@link #close}. Who wants to keep a batch transfers its vectors.
 */
public interface ArrowStream extends AutoCloseable {

    Schema schema();

    /**
     * Loads the next batch.
     *
     * @return false at the end of the stream
     * @throws ExecutorException if the engine failed or was cancelled
     */
    boolean loadNext();

    /** The batch that {@link #loadNext} loaded last. */
    VectorSchemaRoot batch();

    @Override
    void close();
}
