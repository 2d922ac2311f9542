package io.sqe.cli.testing;

import io.sqe.executor.ArrowStream;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** A query whose batches a test has made. */
public final class FakeQuery implements Query, ArrowStream {
    private final StatementKind kind;
    private final Iterator<VectorSchemaRoot> batches;
    private final VectorSchemaRoot first;
    private final Optional<CountDownLatch> blocking;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private VectorSchemaRoot current;
    private int batchesRead;

    private FakeQuery(
            StatementKind kind,
            VectorSchemaRoot first,
            Iterator<VectorSchemaRoot> batches,
            Optional<CountDownLatch> blocking) {
        this.kind = kind;
        this.first = first;
        this.batches = batches;
        this.blocking = blocking;
        this.current = first;
    }

    static FakeQuery of(StatementKind kind, List<VectorSchemaRoot> batches) {
        return new FakeQuery(kind, batches.getFirst(), batches.iterator(), Optional.empty());
    }

    static FakeQuery endless(VectorSchemaRoot batch) {
        return new FakeQuery(
                StatementKind.ROWS, batch, Stream.generate(() -> batch).iterator(), Optional.empty());
    }

    static FakeQuery blocked(CountDownLatch blocking) {
        VectorSchemaRoot batch = Column.batch(Column.of("x", 1));
        return new FakeQuery(
                StatementKind.ROWS, batch, List.<VectorSchemaRoot>of().iterator(), Optional.of(blocking));
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
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
        return new QueryTimings(Duration.ofNanos(4_200_000), Duration.ofMillis(1250));
    }

    @Override
    public QueryId id() {
        return new QueryId("fake");
    }

    @Override
    public QueryProgress progress() {
        return new QueryProgress(Phase.RUNNING, new Progress(40, 4_000_000, 10_000_000), Duration.ofSeconds(2), 0, 0);
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
    public boolean loadNext() {
        awaitIfBlocked();
        if (cancelled.getCount() == 0) {
            throw new QueryException(
                    ErrorCode.QUERY_CANCELLED, "The query was cancelled.", Optional.empty(), new Error());
        }
        if (!batches.hasNext()) {
            return false;
        }
        batchesRead++;
        current = batches.next();
        return true;
    }

    private void awaitIfBlocked() {
        if (blocking.isEmpty()) {
            return;
        }
        blocking.get().countDown();
        try {
            cancelled.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public VectorSchemaRoot batch() {
        return current;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
