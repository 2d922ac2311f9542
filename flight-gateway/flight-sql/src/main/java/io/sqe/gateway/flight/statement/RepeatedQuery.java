package io.sqe.gateway.flight.statement;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.planner.parameter.Parameters;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** One query after the other, each with values of its own, as one result. The next one starts when the one before is read. */
final class RepeatedQuery implements Query, ArrowStream {
    private final Starting starting;
    private final Iterator<Parameters> rest;
    private final Schema schema;
    private Query current;
    private @Nullable QueryControl running;
    private boolean isCancelled;

    private RepeatedQuery(Query first, Iterator<Parameters> rest, Starting starting) {
        this.starting = starting;
        this.rest = rest;
        this.current = first;
        this.running = first;
        this.schema = first.rows().schema();
    }

    /** Starts the first. */
    static Query start(List<Parameters> values, Starting starting) {
        Iterator<Parameters> each = values.iterator();
        Query first = starting.start(each.next(), _ -> {});
        return each.hasNext() ? new RepeatedQuery(first, each, starting) : first;
    }

    @Override
    public ArrowStream rows() {
        return this;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean loadNext() {
        while (!current.rows().loadNext()) {
            if (!rest.hasNext()) {
                return false;
            }
            startNext();
        }
        return true;
    }

    private void startNext() {
        current.close();
        current = starting.start(rest.next(), this::accept);
        if (!current.rows().schema().equals(schema)) {
            throw new QueryException(
                    ErrorCode.TYPE_MISMATCH,
                    "The rows of values give results of different types. Cast the placeholders, as in CAST(? AS BIGINT).",
                    Optional.empty(),
                    null);
        }
    }

    private synchronized void accept(QueryControl query) {
        running = query;
        if (isCancelled) {
            query.cancel();
        }
    }

    @Override
    public synchronized void cancel() {
        isCancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        return current.rows().batch();
    }

    @Override
    public StatementKind kind() {
        return current.kind();
    }

    @Override
    public OptionalLong rowsWritten() {
        return current.rowsWritten();
    }

    @Override
    public QueryTimings timings() {
        return current.timings();
    }

    @Override
    public QueryId id() {
        return current.id();
    }

    @Override
    public QueryProgress progress() {
        return current.progress();
    }

    @Override
    public void close() {
        current.close();
    }

    /** Starts the query with values, and tells of it before that. */
    interface Starting {
        Query start(Parameters values, Consumer<QueryControl> watcher);
    }
}
