package io.sqe.gateway.lifecycle;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import java.util.OptionalLong;

/** A query whose columns are known. */
final class StartedQuery implements Query {
    private final QueryLife life;
    private final StatementKind kind;
    private final ArrowStream rows;

    StartedQuery(QueryLife life, StatementKind kind, ArrowStream rows) {
        this.life = life;
        this.kind = kind;
        this.rows = rows;
    }

    @Override
    public QueryId id() {
        return life.id();
    }

    @Override
    public QueryProgress progress() {
        return life.progress();
    }

    @Override
    public void cancel() {
        life.cancel();
    }

    @Override
    public StatementKind kind() {
        return kind;
    }

    @Override
    public ArrowStream rows() {
        return rows;
    }

    @Override
    public OptionalLong rowsWritten() {
        return life.rowsWritten();
    }

    @Override
    public boolean isCached() {
        return life.isCached();
    }

    @Override
    public QueryTimings timings() {
        return life.timings();
    }

    @Override
    public void close() {
        rows.close();
        life.end(Phase.CANCELLED);
    }
}
