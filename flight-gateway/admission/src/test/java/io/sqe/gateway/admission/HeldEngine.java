package io.sqe.gateway.admission;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Starts queries at once and tells of it. {@code ROWS n} gives batches of n rows for ever; HANG hangs until it is cancelled. */
final class HeldEngine implements QueryEngine {
    private final LinkedBlockingQueue<String> started = new LinkedBlockingQueue<>();

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        String sql = input.text();
        HeldQuery query = new HeldQuery(options.id(), sql);
        options.onAccepted().accept(query);
        started.add(session.principal().name() + ": " + sql);
        if (sql.equals("PLAN")) {
            query.hang();
        }
        return query;
    }

    /** Waits for the next query that starts. */
    String nextStarted() throws InterruptedException {
        return started.take();
    }

    int startedCount() {
        return started.size();
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        return new StatementDescription(Query.StatementKind.ROWS, new Schema(List.of()), new Schema(List.of()));
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        throw new UnsupportedOperationException("no words here");
    }

    @Override
    public void close() {}

    private static final class HeldQuery implements Query, ArrowStream {
        private final QueryId id;
        private final String sql;
        private final VectorSchemaRoot batch = new VectorSchemaRoot(List.of());
        private final CountDownLatch cancelled = new CountDownLatch(1);

        HeldQuery(QueryId id, String sql) {
            this.id = id;
            this.sql = sql;
        }

        void hang() {
            try {
                cancelled.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new QueryException(ErrorCode.QUERY_CANCELLED, "cancelled", Optional.empty(), null);
        }

        @Override
        public QueryId id() {
            return id;
        }

        @Override
        public QueryProgress progress() {
            return new QueryProgress(Phase.RUNNING, Progress.UNKNOWN, Duration.ZERO, 0, 0);
        }

        @Override
        public void cancel() {
            cancelled.countDown();
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
            if (sql.equals("HANG")) {
                hang();
            }
            batch.setRowCount(Integer.parseInt(sql.replaceAll("\\D", "")));
            return true;
        }

        @Override
        public VectorSchemaRoot batch() {
            return batch;
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
