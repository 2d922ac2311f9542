package io.sqe.gateway.admission;

import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.PlanNode;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query from before it has a place: cancels its wait, then the query itself. Remembers why it was stopped. */
final class LimitedControl implements QueryControl {
    private final QueryId id;
    private final String group;
    private final Readership readership = new Readership();
    private final long startNanos = System.nanoTime();
    private WaitingRoom.@Nullable Waiter waiter;
    private @Nullable QueryControl started;
    private boolean cancelled;
    private @Nullable QueryException reason;

    LimitedControl(QueryId id, String group) {
        this.id = id;
        this.group = group;
    }

    @Override
    public QueryId id() {
        return id;
    }

    @Override
    public Optional<String> resourceGroup() {
        return Optional.of(group);
    }

    Readership readership() {
        return readership;
    }

    @Override
    public QueryProgress progress() {
        QueryControl running = running();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        return running == null ? new QueryProgress(Phase.QUEUED, Progress.UNKNOWN, elapsed, 0, 0) : running.progress();
    }

    @Override
    public Optional<PlanNode> plan() {
        QueryControl running = running();
        return running == null ? Optional.empty() : running.plan();
    }

    private synchronized @Nullable QueryControl running() {
        return started;
    }

    @Override
    public void cancel() {
        WaitingRoom.Waiter waits;
        QueryControl runs;
        synchronized (this) {
            cancelled = true;
            waits = waiter;
            runs = started;
        }
        if (waits != null) {
            waits.callAway();
        }
        if (runs != null) {
            runs.cancel();
        }
    }

    /** Cancels for a reason of ours, which its reader is then told in place of the cancelling. */
    void stop(QueryException because) {
        synchronized (this) {
            if (reason == null) {
                reason = because;
            }
        }
        cancel();
    }

    /** Tells the reason of who stopped it, if somebody has: the engine may have been done already. */
    synchronized void failIfStopped() {
        if (reason != null) {
            throw reason;
        }
    }

    void waitsAs(WaitingRoom.Waiter waits) {
        boolean isLate;
        synchronized (this) {
            waiter = waits;
            isLate = cancelled;
        }
        if (isLate) {
            waits.callAway();
        }
    }

    void runsAs(QueryControl runs) {
        boolean isLate;
        synchronized (this) {
            waiter = null;
            started = runs;
            isLate = cancelled;
        }
        if (isLate) {
            runs.cancel();
        }
    }

    /** What to tell of a failure. */
    QueryException told(QueryException failure) {
        QueryException own = reason();
        return own != null && failure.code() == ErrorCode.QUERY_CANCELLED ? own : failure;
    }

    private synchronized @Nullable QueryException reason() {
        return reason;
    }
}
