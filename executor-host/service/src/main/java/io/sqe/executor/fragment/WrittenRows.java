package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.writing.CopiedFiles;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** One row for each file that was written, in a single batch. */
final class WrittenRows implements EngineRows {
    private final io.sqe.executor.duckdb.ArrowStream copy;
    private final int partitions;
    private final BufferAllocator allocator;
    private final BooleanSupplier isCancelled;
    private VectorSchemaRoot batch;
    private boolean isLoaded;
    private boolean isFinished;

    /** Takes over a COPY that has started. */
    WrittenRows(
            io.sqe.executor.duckdb.ArrowStream copy,
            int partitions,
            BufferAllocator allocator,
            BooleanSupplier isCancelled) {
        this.copy = copy;
        this.partitions = partitions;
        this.allocator = allocator;
        this.isCancelled = isCancelled;
        this.batch = VectorSchemaRoot.create(CopiedFiles.SCHEMA, allocator);
    }

    @Override
    public Schema schema() {
        return CopiedFiles.SCHEMA;
    }

    @Override
    public boolean loadNext() {
        if (isLoaded) {
            isFinished = true;
            return false;
        }
        if (isCancelled.getAsBoolean()) {
            throw new ExecutorException.Cancelled();
        }
        try {
            VectorSchemaRoot written = CopiedFiles.read(copy, partitions, allocator);
            batch.close();
            batch = written;
        } catch (DuckDbException failure) {
            throw isCancelled.getAsBoolean() ? new ExecutorException.Cancelled() : EngineFailures.ofWrite(failure);
        }
        copy.close();
        isLoaded = true;
        return batch.getRowCount() > 0;
    }

    @Override
    public boolean isFinished() {
        return isFinished;
    }

    @Override
    public VectorSchemaRoot batch() {
        return batch;
    }

    @Override
    public void close() {
        try (copy) {
            batch.close();
        }
    }
}
