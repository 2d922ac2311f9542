package io.sqe.gateway.observation;

import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Follows one query and tells of its end, once. */
final class QueryWatch {
    private final String sql;
    private final Principal principal;
    private final QueryOptions asked;
    private final StatementType type;
    private final ActiveQueries active;
    private final List<QueryObserver> observers;
    private final Instant startedAt;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private @Nullable QueryControl accepted;
    private Duration queued = Duration.ZERO;
    private Duration planning = Duration.ZERO;
    private Optional<Duration> firstRow = Optional.empty();
    private long rows;
    private long bytes;
    private boolean cached;

    QueryWatch(
            String sql,
            Principal principal,
            QueryOptions asked,
            ActiveQueries active,
            List<QueryObserver> observers,
            Clock clock) {
        this.sql = sql;
        this.principal = principal;
        this.asked = asked;
        this.type = StatementType.of(sql);
        this.active = active;
        this.observers = observers;
        this.startedAt = clock.instant();
    }

    /** What was asked for, and telling us first. */
    QueryOptions options() {
        return asked.watchedBy(control -> {
            accepted(control);
            asked.onAccepted().accept(control);
        });
    }

    private void accepted(QueryControl control) {
        accepted = control;
        ClientContext client = asked.client();
        active.add(new ActiveQuery(principal, client, sql, type, startedAt, control));
    }

    /** The query has been started by now; what was before its own clock began was waiting. */
    void started(QueryTimings timings, boolean isCached) {
        cached = isCached;
        planning = timings.planning();
        Duration waited = elapsed().minus(timings.total());
        queued = waited.isNegative() ? Duration.ZERO : waited;
    }

    void returned(long batchRows, long batchBytes) {
        if (firstRow.isEmpty()) {
            firstRow = Optional.of(elapsed());
        }
        rows += batchRows;
        bytes += batchBytes;
    }

    void succeeded() {
        end(Optional.empty());
    }

    void failed(QueryErrorCode code) {
        end(Optional.of(code));
    }

    private void end(Optional<QueryErrorCode> error) {
        if (ended.compareAndSet(false, true)) {
            active.remove(asked.id());
            QueryRecord query = new QueryRecord(
                    asked.id(),
                    principal,
                    asked.client(),
                    sql,
                    type,
                    Optional.ofNullable(accepted).flatMap(QueryControl::resourceGroup),
                    startedAt,
                    queued,
                    elapsed(),
                    planning,
                    firstRow,
                    rows,
                    bytes,
                    cached,
                    error);
            observers.forEach(observer -> observer.ended(query));
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
