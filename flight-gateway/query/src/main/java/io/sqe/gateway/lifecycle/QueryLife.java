package io.sqe.gateway.lifecycle;

import io.sqe.executor.Cancellation;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.Progress;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.TraceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The phase, clock and counters of one query; what its watchers see. Safe for use by many threads. */
final class QueryLife implements QueryControl {
    private final QueryId id;
    private final long startNanos = System.nanoTime();
    private final AtomicLong rowsReturned = new AtomicLong();
    private final AtomicLong bytesReturned = new AtomicLong();

    private final Cancellation cancellation = new Cancellation();

    private Supplier<Optional<PlanNode>> plan = Optional::empty;
    private Phase phase = Phase.PLANNING;
    private @Nullable RunningFragment running;
    private boolean isCached;
    private Duration planning = Duration.ZERO;
    private @Nullable Duration total;
    private Span execution = Span.unkept(Optional.empty());
    private OptionalLong rowsWritten = OptionalLong.empty();

    /** The life of what has no name outside. */
    QueryLife() {
        this(QueryId.random());
    }

    QueryLife(QueryId id) {
        this.id = id;
    }

    @Override
    public QueryId id() {
        return id;
    }

    /** Asks the engine, which may be in another process, while the query goes on. */
    @Override
    public QueryProgress progress() {
        Progress engine = atWork().map(RunningFragment::progress).orElse(Progress.UNKNOWN);
        synchronized (this) {
            return new QueryProgress(phase, engine, timings().total(), rowsReturned.get(), bytesReturned.get());
        }
    }

    /** Nothing of a query that has ended is asked for. */
    private synchronized Optional<RunningFragment> atWork() {
        return total == null ? Optional.ofNullable(running) : Optional.empty();
    }

    @Override
    public synchronized void cancel() {
        if (total == null && phase != Phase.COMMITTING) {
            cancellation.request();
        }
    }

    /** What stops the rooms that this query goes through. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Lets watchers see how far the fragment is. */
    synchronized void run(RunningFragment fragment) {
        running = fragment;
        phase = Phase.RUNNING;
    }

    /** The rows were computed before. */
    synchronized void runFromCache() {
        isCached = true;
        phase = Phase.RUNNING;
    }

    synchronized boolean isCached() {
        return isCached;
    }

    /** From here on rows are taken from the client. */
    synchronized void taking() {
        cancellation.failIfRequested();
        phase = Phase.RUNNING;
    }

    /** Takes the fragment back before it is closed. */
    synchronized void stopWatching() {
        running = null;
    }

    synchronized void planned() {
        planning = elapsed();
        cancellation.failIfRequested();
        execution = QueryScope.currentSpan().child("sqe.execute");
    }

    /** Where in its trace the query's execution stands, for whoever takes part in it. */
    synchronized Optional<String> traceparent() {
        return execution.context().map(TraceContext::traceparent);
    }

    /** From here on the query cannot be cancelled: its commit lands or fails. */
    synchronized void committing() {
        cancellation.failIfRequested();
        phase = Phase.COMMITTING;
    }

    synchronized void end(Phase last) {
        if (total == null) {
            total = elapsed();
            phase = last;
            Optional<PlanNode> kept = isLong() ? plan.get() : Optional.empty();
            plan = () -> kept;
            execution.close();
        }
    }

    /** Lets watchers see the plan, which is drawn when one asks for it. */
    synchronized void shows(Supplier<Optional<PlanNode>> drawing) {
        if (total == null) {
            plan = drawing;
        }
    }

    @Override
    public Optional<PlanNode> plan() {
        Supplier<Optional<PlanNode>> drawing;
        synchronized (this) {
            drawing = plan;
        }
        return drawing.get();
    }

    /** Whether what its operators did is worth asking for. */
    synchronized boolean isLong() {
        return timings().total().compareTo(FragmentOptions.SLOW) >= 0;
    }

    synchronized void fail(ErrorCode code) {
        execution.failed(code.name());
        end(code == ErrorCode.QUERY_CANCELLED ? Phase.CANCELLED : Phase.FAILED);
    }

    synchronized QueryTimings timings() {
        return new QueryTimings(planning, total == null ? elapsed() : total);
    }

    synchronized void wrote(long rows) {
        rowsWritten = OptionalLong.of(rows);
    }

    synchronized OptionalLong rowsWritten() {
        return rowsWritten;
    }

    void returned(long rows, long bytes) {
        rowsReturned.addAndGet(rows);
        bytesReturned.addAndGet(bytes);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
