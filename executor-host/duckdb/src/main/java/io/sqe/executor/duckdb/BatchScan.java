package io.sqe.executor.duckdb;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** One reading of a {@link BatchSource}. Closed by DuckDB when the query ends, however it ends. */
public interface BatchScan extends AutoCloseable {
    /**
     * The next batch, whose memory DuckDB takes over and frees when it has read it; null at the end. Called on DuckDB's
     * threads, by as many at a time as the source allows; what it throws becomes the query's error.
     */
    @Nullable
    VectorSchemaRoot next();

    @Override
    void close();
}
