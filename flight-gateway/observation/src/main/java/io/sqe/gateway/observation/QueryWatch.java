package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.sql.NormalSql;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryTimings;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.Tracer;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Follows one query and tells of its end, once. */
final class QueryWatch {
    private static final int SPAN_SQL_CHARACTERS_MAX = 4096;

    private final String sql;
    private final Principal principal;
    private final QueryOptions asked;
    private final StatementType type;
    private final ActiveQueries active;
    private final List<QueryObserver> observers;
    private final QueryScope scope;
    private final Instant startedAt;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private @Nullable QueryControl accepted;
    private Duration queued = Duration.ZERO;
    private Duration planning = Duration.ZERO;
    private Optional<Duration> firstRow = Optional.empty();
    private long rows;
    private long bytes;
    private OptionalLong rowsWritten = OptionalLong.empty();
    private boolean cached;

    QueryWatch(
            String sql,
            Principal principal,
            QueryOptions asked,
            ActiveQueries active,
            List<QueryObserver> observers,
            Tracer tracer,
            Clock clock) {
        this.sql = sql;
        this.principal = principal;
        this.asked = asked;
        this.type = StatementType.of(sql);
        this.active = active;
        this.observers = observers;
        this.startedAt = clock.instant();
        Span span = tracer.begin("sqe.query", asked.client().trace());
        this.scope = new QueryScope(asked.id(), principal.name(), span);
        describe(span);
    }

    private void describe(Span span) {
        if (span.isKept()) {
            String text = NormalSql.withoutLiterals(sql);
            span.with("db.system.name", "sqe")
                    .with("db.operation.name", type.label())
                    .with("db.query.text", text.substring(0, Math.min(text.length(), SPAN_SQL_CHARACTERS_MAX)))
                    .with("enduser.id", principal.name())
                    .with("sqe.query_id", asked.id().text())
                    .with("sqe.protocol", asked.client().protocol());
        }
    }

    QueryId id() {
        return asked.id();
    }

    /** What every room's work for this query is done in. */
    QueryScope scope() {
        return scope;
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

    void wrote(OptionalLong committed) {
        rowsWritten = committed;
    }

    void succeeded() {
        end(Optional.empty());
    }

    void failed(ErrorCode code) {
        end(Optional.of(code));
    }

    private void end(Optional<ErrorCode> error) {
        if (ended.compareAndSet(false, true)) {
            active.remove(asked.id());
            endSpan(error);
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
                    error,
                    details());
            scope.call(() -> {
                observers.forEach(observer -> observer.ended(query));
                return query;
            });
        }
    }

    private QueryDetails details() {
        return new QueryDetails(
                scope.span().context(),
                scope.notes().scanned(),
                rowsWritten,
                scope.notes().decisions());
    }

    private void endSpan(Optional<ErrorCode> error) {
        Span span = scope.span();
        span.with("sqe.rows_returned", rows)
                .with("sqe.bytes_returned", bytes)
                .with("sqe.files_scanned", scope.notes().scanned().files())
                .with("sqe.bytes_scanned", scope.notes().scanned().bytes());
        error.map(Enum::name).ifPresent(span::failed);
        span.close();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
