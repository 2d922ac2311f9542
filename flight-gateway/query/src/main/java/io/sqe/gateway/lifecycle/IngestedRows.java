package io.sqe.gateway.lifecycle;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.ingest.StagedRows;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.result.ResultTable;
import java.util.function.Supplier;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The one row of an ingestion: how many rows it added. Asking for it takes the client's rows to their end and then writes them;
 * closing before then, or any failure, leaves nothing behind.
 */
final class IngestedRows implements ArrowStream {
    private static final Schema SCHEMA = ResultTable.rowsWritten().schema();

    private final QueryLife life;
    private final ArrowStream sent;
    private final StagedRows staged;
    private final Supplier<Query> writing;
    private @Nullable Query written;

    /** @param writing starts the write of what is staged */
    IngestedRows(QueryLife life, ArrowStream sent, StagedRows staged, Supplier<Query> writing) {
        this.life = life;
        this.sent = sent;
        this.staged = staged;
        this.writing = writing;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public boolean loadNext() {
        return written().rows().loadNext();
    }

    private Query written() {
        Query started = written;
        if (started == null) {
            started = write();
            written = started;
        }
        return started;
    }

    private Query write() {
        try {
            life.taking();
            staged.fill(sent, life.cancellation());
            return writing.get();
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw QueryFailures.end(life, failure);
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        if (written == null) {
            throw new IllegalStateException("No batch is loaded");
        }
        return written.rows().batch();
    }

    @Override
    public void close() {
        try (staged) {
            if (written != null) {
                written.rows().close();
            }
        }
    }
}
