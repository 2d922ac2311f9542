package io.sqe.bench.peer;

import io.sqe.bench.run.PeerFailedException;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.DuckDbException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** DuckDB's batches as an {@link ArrowStream}; closes DuckDB's stream with itself. */
final class DuckDbRows implements ArrowStream {
    private final io.sqe.executor.duckdb.ArrowStream stream;
    private final VectorSchemaRoot batch;

    DuckDbRows(io.sqe.executor.duckdb.ArrowStream stream, BufferAllocator allocator) {
        this.stream = stream;
        this.batch = VectorSchemaRoot.create(stream.schema(), allocator);
    }

    @Override
    public Schema schema() {
        return batch.getSchema();
    }

    @Override
    public boolean loadNext() {
        try {
            return stream.loadNext(batch);
        } catch (DuckDbException failure) {
            throw new PeerFailedException("DuckDB", failure);
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        return batch;
    }

    @Override
    public void close() {
        batch.close();
        stream.close();
    }
}
