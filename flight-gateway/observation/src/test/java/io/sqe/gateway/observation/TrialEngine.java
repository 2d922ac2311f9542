package io.sqe.gateway.observation;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
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
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Answers {@code SELECT n} with two batches, one row and n rows; refuses FAIL at once; fails LATE after the first batch. */
final class TrialEngine implements QueryEngine {

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        String sql = input.text();
        TrialQuery query = new TrialQuery(options.id(), sql);
        options.onAccepted().accept(query);
        if (sql.equals("FAIL")) {
            throw failure(ErrorCode.TABLE_NOT_FOUND);
        }
        return query;
    }

    static QueryException failure(ErrorCode code) {
        return new QueryException(code, "told to fail", Optional.empty(), null);
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        throw new UnsupportedOperationException("no descriptions here");
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        throw new UnsupportedOperationException("no words here");
    }

    @Override
    public void close() {}

    private static final class TrialQuery implements Query, ArrowStream, QueryControl {
        private final QueryId id;
        private final String sql;
        private final VectorSchemaRoot batch = new VectorSchemaRoot(List.of());
        private int batches;
        private Phase phase = Phase.RUNNING;

        TrialQuery(QueryId id, String sql) {
            this.id = id;
            this.sql = sql;
        }

        @Override
        public QueryId id() {
            return id;
        }

        @Override
        public QueryProgress progress() {
            return new QueryProgress(phase, Progress.UNKNOWN, Duration.ZERO, 0, 0);
        }

        @Override
        public void cancel() {
            phase = Phase.CANCELLED;
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
            return new QueryTimings(Duration.ofMillis(3), Duration.ofMillis(5));
        }

        @Override
        public Schema schema() {
            return new Schema(List.of());
        }

        @Override
        public boolean loadNext() {
            batches++;
            if (batches == 2 && sql.equals("LATE")) {
                throw failure(ErrorCode.DIVISION_BY_ZERO);
            }
            if (batches > 2) {
                phase = Phase.FINISHED;
                return false;
            }
            batch.setRowCount(batches == 1 ? 1 : Integer.parseInt(sql.replaceAll("\\D", "")));
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
