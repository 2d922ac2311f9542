package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.duckdb.ArrowStream;
import io.sqe.executor.duckdb.DuckDbException;
import io.sqe.executor.writing.CopiedFiles;
import io.sqe.fragment.v1.ParquetWrite;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** The files that a fragment's rows were written to, in one batch. Asking for it does the writing. */
final class CopiedRows implements FragmentOutput {
    private final ArrowStream copy;
    private final ParquetWrite write;
    private final BufferAllocator allocator;
    private final BooleanSupplier isCancelled;
    private @Nullable VectorSchemaRoot files;

    CopiedRows(ArrowStream copy, ParquetWrite write, BufferAllocator allocator, BooleanSupplier isCancelled) {
        this.copy = copy;
        this.write = write;
        this.allocator = allocator;
        this.isCancelled = isCancelled;
    }

    @Override
    public Schema schema() {
        return CopiedFiles.SCHEMA;
    }

    @Override
    public boolean loadNext() {
        if (files != null) {
            return false;
        }
        if (isCancelled.getAsBoolean()) {
            throw new ExecutorException.Cancelled();
        }
        try {
            VectorSchemaRoot written = CopiedFiles.read(copy, write.getPartitionsCount(), allocator);
            copy.close();
            files = written;
            return written.getRowCount() > 0;
        } catch (DuckDbException failure) {
            throw failed(failure);
        }
    }

    private ExecutorException failed(DuckDbException failure) {
        if (isCancelled.getAsBoolean()) {
            return new ExecutorException.Cancelled();
        }
        boolean isWriting = String.valueOf(failure.getMessage()).contains(write.getFolder());
        return failure instanceof DuckDbException.InputOutput && isWriting
                ? new ExecutorException.UnwritableFile(
                        "Cannot write into %s. Check that the disk has room and that the folder may be written to."
                                .formatted(write.getFolder()))
                : EngineFailures.of(failure);
    }

    @Override
    public VectorSchemaRoot batch() {
        if (files == null) {
            throw new IllegalStateException("No batch is loaded");
        }
        return files;
    }

    @Override
    public boolean isFinished() {
        return files != null;
    }

    @Override
    public void close() {
        try (copy) {
            if (files != null) {
                files.close();
            }
        }
    }
}
