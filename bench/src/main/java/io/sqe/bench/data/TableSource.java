package io.sqe.bench.data;

import io.sqe.executor.ArrowStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A generated table. Its rows come in parts that any number of threads may read at the same time; a part always has the same
 * rows in the same order. Immutable.
 */
public interface TableSource {

    /** The table's name, in lower case. */
    String name();

    Schema schema();

    /** How many parts the rows come in; at least one. */
    int parts();

    /**
     * Opens a part, which the caller closes. Its batches are of bounded size, whatever the table's.
     *
     * @param part counts from 0
     */
    ArrowStream open(int part, BufferAllocator allocator);
}
