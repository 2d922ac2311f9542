package io.sqe.gateway.lifecycle;

import io.sqe.catalog.TableWrite;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.RunningFragment;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.result.ListedRows;
import io.sqe.gateway.result.ResultTable;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.write.WrittenFiles;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The one row of a write: how many rows it added. Asking for it makes the write happen; closing before then, or any failure,
 * leaves nothing behind.
 */
final class CommittedRows implements ArrowStream {
    private static final Schema SCHEMA = ResultTable.rowsWritten().schema();

    private final QueryLife life;
    private final RunningFragment fragment;
    private final TableWrite write;
    private final BufferAllocator allocator;
    private @Nullable ListedRows count;

    CommittedRows(QueryLife life, RunningFragment fragment, TableWrite write, BufferAllocator allocator) {
        this.life = life;
        this.fragment = fragment;
        this.write = write;
        this.allocator = allocator;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public boolean loadNext() {
        if (count != null) {
            return false;
        }
        try {
            WrittenFiles written = WrittenFiles.read(fragment.rows(), write.table());
            life.committing();
            QueryScope.span("sqe.write_commit", () -> write.commit(written.files()));
            life.wrote(written.rowCount());
            life.end(Phase.FINISHED);
            ListedRows row = ListedRows.open(ResultTable.rowsWritten().add(written.rowCount()), allocator);
            count = row;
            return row.loadNext();
        } catch (RuntimeException failure) {
            throw QueryFailures.end(life, failure);
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        if (count == null) {
            throw new IllegalStateException("No batch is loaded");
        }
        return count.batch();
    }

    @Override
    public void close() {
        life.stopWatching();
        try (TableWrite _ = write;
                RunningFragment _ = fragment) {
            if (count != null) {
                count.close();
            }
        }
    }
}
