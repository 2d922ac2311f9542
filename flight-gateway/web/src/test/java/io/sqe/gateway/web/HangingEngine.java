package io.sqe.gateway.web;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Its queries never end; it remembers which were cancelled. */
final class HangingEngine implements QueryEngine {
    private final List<QueryId> cancelled = new CopyOnWriteArrayList<>();

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        Query query = new HangingQuery(options.id(), cancelled);
        options.onAccepted().accept(query);
        return query;
    }

    List<QueryId> cancelled() {
        return cancelled;
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        throw new UnsupportedOperationException("no descriptions here");
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        throw new UnsupportedOperationException("no words here");
    }

    @Override
    public void close() {}

    private record HangingQuery(QueryId id, List<QueryId> cancelled) implements Query, ArrowStream {

        @Override
        public QueryProgress progress() {
            return new QueryProgress(Phase.RUNNING, Progress.UNKNOWN, Duration.ZERO, 0, 0);
        }

        @Override
        public void cancel() {
            cancelled.add(id);
        }

        @Override
        public StatementKind kind() {
            return StatementKind.ROWS;
        }

        @Override
        public ArrowStream rows() {
            return this;
        }

        @Override
        public OptionalLong rowsWritten() {
            return OptionalLong.empty();
        }

        @Override
        public QueryTimings timings() {
            return new QueryTimings(Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Schema schema() {
            return new Schema(List.of());
        }

        @Override
        public boolean loadNext() {
            throw new UnsupportedOperationException("it never gets there");
        }

        @Override
        public VectorSchemaRoot batch() {
            throw new UnsupportedOperationException("it never gets there");
        }

        @Override
        public void close() {}
    }
}
