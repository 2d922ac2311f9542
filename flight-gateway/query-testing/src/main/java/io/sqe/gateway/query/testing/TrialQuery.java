package io.sqe.gateway.query.testing;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query that does what its statement says. */
final class TrialQuery implements Query, ArrowStream {
    private final QueryId id;
    private final String sql;
    private final List<QueryId> cancelled;
    private final VectorSchemaRoot batch = new VectorSchemaRoot(List.of());
    private final CountDownLatch cancelling = new CountDownLatch(1);
    private volatile Phase phase = Phase.RUNNING;
    private int batches;

    TrialQuery(QueryId id, String sql, List<QueryId> cancelled) {
        this.id = id;
        this.sql = sql;
        this.cancelled = cancelled;
    }

    /** Until it is cancelled. */
    void hang() {
        try {
            cancelling.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw TrialEngine.failure(ErrorCode.QUERY_CANCELLED);
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
        cancelled.add(id);
        cancelling.countDown();
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
        if (sql.equals("HANG")) {
            hang();
        }
        if (sql.equals("LATE") && batches == 2) {
            throw TrialEngine.failure(ErrorCode.DIVISION_BY_ZERO);
        }
        boolean isEndless = sql.startsWith("ROWS");
        if (!isEndless && batches > 2) {
            phase = Phase.FINISHED;
            return false;
        }
        batch.setRowCount(!isEndless && batches == 1 ? 1 : Integer.parseInt(sql.replaceAll("\\D", "")));
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
