package io.sqe.gateway.trino.statement;

import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.protocol.SessionChange;
import io.sqe.gateway.trino.protocol.StatementStatistics;
import io.sqe.gateway.trino.protocol.StatementStatistics.State;
import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.statement.RowSource.PageRoom;
import io.sqe.gateway.trino.statement.RowSource.RowPage;
import io.sqe.gateway.trino.type.TrinoColumn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work behind a statement: its start, then one page after the other, each on a thread of its own, so that who waits for it can
 * stop waiting. Waited for by one thread at a time; ended by any.
 */
final class StatementWork {
    private static final Logger LOG = LoggerFactory.getLogger(StatementWork.class);

    private final String id;
    private final StatementLimits limits;
    private final HeldBytes.Lease lease;
    private final HeldBytes held;
    private final DataEncoding encoding;
    private final Executor threads;
    private final long startNanos = System.nanoTime();
    private final long deadlineNanos;
    private final FutureTask<RunningStatement> start;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicReference<@Nullable QueryControl> control = new AtomicReference<>();
    private final AtomicReference<@Nullable TrinoError> ending = new AtomicReference<>();

    private @Nullable FutureTask<RowPage> pending;
    private long rowsSent;
    private volatile @Nullable Outcome outcome;

    StatementWork(String id, SubmittedStatement statement, StatementStarter starter, Surroundings surroundings) {
        this.id = id;
        this.limits = surroundings.limits();
        this.held = surroundings.held();
        this.lease = held.lease();
        this.encoding = surroundings.encoding();
        this.threads = surroundings.threads();
        this.deadlineNanos =
                surroundings.runTimeMax().map(max -> startNanos + max.toNanos()).orElse(Long.MAX_VALUE);
        this.start = new FutureTask<>(() -> starter.start(id, statement, this::accepted));
        threads.execute(start);
    }

    Start awaitStart(Duration wait) {
        try {
            start.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            return ending.get() == null ? new Start.Started() : new Start.Failed(end(null));
        } catch (TimeoutException stillStarting) {
            return ending.get() == null ? new Start.Waiting() : new Start.Failed(end(null));
        } catch (ExecutionException failure) {
            return new Start.Failed(end(failure.getCause()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Start.Failed(shuttingDown());
        }
    }

    Made awaitRows(Duration wait) {
        TrinoError ended = ending.get();
        if (ended != null) {
            return new Made.Failed(end(null));
        }
        try {
            return awaitPage(wait);
        } catch (TimeoutException stillWorking) {
            return new Made.Waiting();
        } catch (ExecutionException failure) {
            return new Made.Failed(end(failure.getCause()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Made.Failed(shuttingDown());
        }
    }

    private Made awaitPage(Duration wait) throws InterruptedException, ExecutionException, TimeoutException {
        if (pending == null) {
            lease.close();
            if (!held.openWithin(wait, lease)) {
                return new Made.Waiting();
            }
            pending = new FutureTask<>(this::read);
            threads.execute(pending);
        }
        RowPage page = pending.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        pending = null;
        if (ending.get() != null) {
            return new Made.Failed(end(null));
        }
        PageData data = page.rows() == 0 ? new PageData.Nothing() : encoding.encode(page, rowsSent);
        rowsSent += page.rows();
        return new Made.Rows(data, page.isLast());
    }

    private RowPage read() throws ExecutionException, InterruptedException {
        running.lock();
        try {
            RunningStatement statement = start.get();
            if (ending.get() != null) {
                throw new StatementFailedException(TrinoError.of(TrinoErrorCode.USER_CANCELED, "Query was canceled"));
            }
            RowPage page =
                    statement.rows().next(new PageRoom(limits.pageBytesMax(), limits.pageTimeMax(), lease::growTo));
            outcome = new Outcome(
                    statement.rows().columns(), statement.updateType(), OptionalLong.empty(), List.of(), false);
            if (page.isLast()) {
                statement.close();
                outcome = new Outcome(
                        statement.rows().columns(),
                        statement.updateType(),
                        statement.updateCount(),
                        statement.changes(),
                        true);
            }
            return page;
        } finally {
            running.unlock();
        }
    }

    /** Ends the work, if it has not ended: whoever waits for it is told the reason. */
    void fail(TrinoError reason) {
        if (!isDone() && ending.compareAndSet(null, reason)) {
            stop();
        }
    }

    boolean isEnded() {
        return ending.get() != null || isDone();
    }

    boolean isOverdue(long nowNanos) {
        return !isEnded() && deadlineNanos != Long.MAX_VALUE && nowNanos - deadlineNanos > 0;
    }

    /** Gives up rows that the client has not fetched. */
    void abandonRows() {
        encoding.abandon();
    }

    void releasePage() {
        lease.close();
    }

    Optional<List<TrinoColumn>> columns() {
        Outcome known = outcome;
        return known == null ? Optional.empty() : Optional.of(known.columns());
    }

    Optional<String> updateType() {
        Outcome known = outcome;
        return known == null ? Optional.empty() : known.updateType();
    }

    OptionalLong updateCount() {
        Outcome known = outcome;
        return known == null ? OptionalLong.empty() : known.updateCount();
    }

    List<SessionChange> changes() {
        Outcome known = outcome;
        return known == null ? List.of() : known.changes();
    }

    StatementStatistics statistics() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        QueryControl query = control.get();
        if (query == null && !start.isDone() && ending.get() == null) {
            return StatementStatistics.queued(elapsed);
        }
        if (query == null) {
            return new StatementStatistics(state(), isDone() ? 100 : 0, elapsed, Duration.ZERO, rowsSent, 0);
        }
        QueryProgress progress = query.progress();
        if (progress.phase() == QueryProgress.Phase.QUEUED && !isEnded()) {
            return StatementStatistics.queued(elapsed);
        }
        long rows = Math.max(progress.progress().rowsDone(), progress.rowsReturned());
        return new StatementStatistics(
                state(), progress.progress().percent(), elapsed, Duration.ZERO, rows, progress.bytesReturned());
    }

    private State state() {
        if (ending.get() != null) {
            return State.FAILED;
        }
        if (isDone()) {
            return State.FINISHED;
        }
        return start.isDone() ? State.RUNNING : State.PLANNING;
    }

    private boolean isDone() {
        Outcome known = outcome;
        return known != null && known.isComplete();
    }

    private void accepted(QueryControl query) {
        control.set(query);
        if (ending.get() != null) {
            query.cancel();
        }
    }

    /** The reason why the work has ended: the first that there was. */
    private TrinoError end(@Nullable Throwable failure) {
        if (failure != null && ending.compareAndSet(null, told(failure))) {
            stop();
        }
        return Objects.requireNonNull(ending.get(), "work that has not ended");
    }

    private TrinoError told(Throwable failure) {
        return switch (failure) {
            case StatementFailedException told -> told.error();
            case QueryException told -> TrinoError.of(told);
            default -> {
                LOG.atError()
                        .addKeyValue("statement", id)
                        .setCause(failure)
                        .log("statement failed by a fault of the server");
                yield TrinoError.of(
                        TrinoErrorCode.GENERIC_INTERNAL_ERROR,
                        "The server failed on this statement (id %s). The log has the cause under this id."
                                .formatted(id));
            }
        };
    }

    private void stop() {
        QueryControl query = control.get();
        if (query != null) {
            query.cancel();
        }
        lease.close();
        encoding.abandon();
        threads.execute(this::close);
    }

    /** Closes what was started, once nobody reads it any more. */
    private void close() {
        running.lock();
        try {
            start.get().close();
        } catch (ExecutionException neverStarted) {
            LOG.atDebug().addKeyValue("statement", id).log("statement ended before it had started");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            running.unlock();
        }
    }

    private static TrinoError shuttingDown() {
        return TrinoError.of(TrinoErrorCode.SERVER_SHUTTING_DOWN, "The server is shutting down. Ask another one.");
    }

    /** Whether the statement runs. */
    sealed interface Start {
        record Waiting() implements Start {}

        record Started() implements Start {}

        record Failed(TrinoError error) implements Start {}
    }

    /** What there is to send. */
    sealed interface Made {
        record Waiting() implements Made {}

        record Rows(PageData data, boolean isLast) implements Made {}

        record Failed(TrinoError error) implements Made {}
    }

    /** What all statements of a server share, and what this one has asked for. */
    record Surroundings(
            StatementLimits limits,
            HeldBytes held,
            DataEncoding encoding,
            Executor threads,
            Optional<Duration> runTimeMax) {}

    /** What is known of the result. */
    private record Outcome(
            List<TrinoColumn> columns,
            Optional<String> updateType,
            OptionalLong updateCount,
            List<SessionChange> changes,
            boolean isComplete) {}
}
