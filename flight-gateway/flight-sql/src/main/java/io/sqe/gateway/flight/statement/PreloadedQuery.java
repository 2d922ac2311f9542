package io.sqe.gateway.flight.statement;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryTimings;
import java.util.OptionalLong;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query whose first batch is there already. */
final class PreloadedQuery implements Query, ArrowStream {
    private final Query query;
    private final boolean hasFirst;
    private boolean isFirstTaken;

    private PreloadedQuery(Query query, boolean hasFirst) {
        this.query = query;
        this.hasFirst = hasFirst;
    }

    /** Waits for the first batch; closes the query if there will be none. */
    static PreloadedQuery of(Query query) {
        try {
            return new PreloadedQuery(query, query.rows().loadNext());
        } catch (RuntimeException failure) {
            query.close();
            throw failure;
        }
    }

    @Override
    public ArrowStream rows() {
        return this;
    }

    @Override
    public Schema schema() {
        return query.rows().schema();
    }

    @Override
    public boolean loadNext() {
        if (isFirstTaken) {
            return hasFirst && query.rows().loadNext();
        }
        isFirstTaken = true;
        return hasFirst;
    }

    @Override
    public VectorSchemaRoot batch() {
        return query.rows().batch();
    }

    @Override
    public StatementKind kind() {
        return query.kind();
    }

    @Override
    public OptionalLong rowsWritten() {
        return query.rowsWritten();
    }

    @Override
    public QueryTimings timings() {
        return query.timings();
    }

    @Override
    public QueryId id() {
        return query.id();
    }

    @Override
    public QueryProgress progress() {
        return query.progress();
    }

    @Override
    public void cancel() {
        query.cancel();
    }

    @Override
    public void close() {
        query.close();
    }
}
