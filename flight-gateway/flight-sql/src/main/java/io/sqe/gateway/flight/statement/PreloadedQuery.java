package io.sqe.gateway.flight.statement;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.query.ForwardingQuery;
import io.sqe.gateway.query.Query;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query whose first batch is there already. */
final class PreloadedQuery extends ForwardingQuery implements ArrowStream {
    private final ArrowStream rest;
    private final boolean hasFirst;
    private boolean isFirstTaken;

    private PreloadedQuery(Query query, boolean hasFirst) {
        super(query);
        this.rest = query.rows();
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
        return rest.schema();
    }

    @Override
    public boolean loadNext() {
        if (isFirstTaken) {
            return hasFirst && rest.loadNext();
        }
        isFirstTaken = true;
        return hasFirst;
    }

    @Override
    public VectorSchemaRoot batch() {
        return rest.batch();
    }
}
