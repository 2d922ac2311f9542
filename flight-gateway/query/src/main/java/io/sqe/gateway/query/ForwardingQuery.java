package io.sqe.gateway.query;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import java.util.Optional;
import java.util.OptionalLong;

/** A query in front of another: what is not overridden is the other's. */
public abstract class ForwardingQuery implements Query {
    private final Query query;

    /** @param query closed with this one */
    protected ForwardingQuery(Query query) {
        this.query = query;
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
    public Optional<String> resourceGroup() {
        return query.resourceGroup();
    }

    @Override
    public Optional<PlanNode> plan() {
        return query.plan();
    }

    @Override
    public StatementKind kind() {
        return query.kind();
    }

    @Override
    public ArrowStream rows() {
        return query.rows();
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
    public boolean isCached() {
        return query.isCached();
    }

    @Override
    public void close() {
        query.close();
    }
}
