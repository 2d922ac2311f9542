package io.sqe.gateway.caching;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * All rows of a result. Its memory is free once the cache has let go of it and its last reader too. Safe for use by many threads.
 */
final class KeptResult {
    private final Schema schema;
    private final List<KeptBatch> batches;
    private final long bytes;

    /** The cache's own, and one for each reader. */
    private int claims = 1;

    /** @param batches closed by the result from here on */
    KeptResult(Schema schema, List<KeptBatch> batches) {
        this.schema = schema;
        this.batches = List.copyOf(batches);
        this.bytes = batches.stream().mapToLong(KeptBatch::allocatedBytes).sum();
    }

    Schema schema() {
        return schema;
    }

    List<KeptBatch> batches() {
        return batches;
    }

    long bytes() {
        return bytes;
    }

    /** Keeps the memory for one more, who lets go of it; false if it is gone already. */
    synchronized boolean claim() {
        if (claims == 0) {
            return false;
        }
        claims++;
        return true;
    }

    synchronized void letGo() {
        if (claims == 0) {
            throw new IllegalStateException("More have let go of a result than have claimed it");
        }
        claims--;
        if (claims == 0) {
            batches.forEach(KeptBatch::close);
        }
    }
}
