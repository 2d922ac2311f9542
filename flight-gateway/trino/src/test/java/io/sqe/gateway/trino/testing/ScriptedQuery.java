package io.sqe.gateway.trino.testing;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryTimings;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query whose batches a test has made. */
public final class ScriptedQuery implements Query, ArrowStream {
    private final StatementKind kind;
    private final VectorSchemaRoot first;
    private final Iterator<VectorSchemaRoot> batches;
    private final boolean isBlocked;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private VectorSchemaRoot current;
    private volatile int batchesRead;

    private ScriptedQuery(
            StatementKind kind, VectorSchemaRoot first, Iterator<VectorSchemaRoot> batches, boolean isBlocked) {
        this.kind = kind;
        this.first = first;
        this.batches = batches;
        this.isBlocked = isBlocked;
        this.current = first;
    }

    static ScriptedQuery of(StatementKind kind, VectorSchemaRoot first, Iterator<VectorSchemaRoot> batches) {
        return new ScriptedQuery(kind, first, batches, false);
    }

    static ScriptedQuery blocked(VectorSchemaRoot first) {
        return new ScriptedQuery(
                StatementKind.ROWS, first, List.<VectorSchemaRoot>of().iterator(), true);
    }

    /** Waits until the query has been closed. */
    public void awaitClosed() {
        await(closed);
    }

    public int batchesRead() {
        return batchesRead;
    }

    @Override
    public StatementKind kind() {
        return kind;
    }

    @Override
    public ArrowStream rows() {
        return this;
    }

    @Override
    public OptionalLong rowsWritten() {
        return kind == StatementKind.WRITE
                ? OptionalLong.of(((BigIntVector) first.getVector(0)).get(0))
                : OptionalLong.empty();
    }

    @Override
    public QueryTimings timings() {
        return new QueryTimings(Duration.ofMillis(4), Duration.ofSeconds(1));
    }

    @Override
    public QueryId id() {
        return new QueryId("scripted");
    }

    @Override
    public QueryProgress progress() {
        return new QueryProgress(
                QueryProgress.Phase.RUNNING, new Progress(40, 4_000, 10_000), Duration.ofSeconds(2), 10, 100);
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    @Override
    public Schema schema() {
        return first.getSchema();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // read by one thread, watched by others
    public boolean loadNext() {
        if (isBlocked) {
            await(cancelled);
        }
        if (cancelled.getCount() == 0) {
            throw new QueryException(ErrorCode.QUERY_CANCELLED, "The query was cancelled.", Optional.empty(), null);
        }
        if (!batches.hasNext()) {
            return false;
        }
        batchesRead++;
        current = batches.next();
        return true;
    }

    @Override
    public VectorSchemaRoot batch() {
        return current;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
