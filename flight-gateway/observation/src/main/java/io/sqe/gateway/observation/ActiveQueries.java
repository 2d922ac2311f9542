package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryControl;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The queries that wait or run now. Safe for use by many threads. */
public final class ActiveQueries {
    private final Map<QueryId, ActiveQuery> byId = new ConcurrentHashMap<>();
    private volatile BiConsumer<Principal, ActiveQuery> onCancelledByOther = (_, _) -> {};

    void add(ActiveQuery query) {
        byId.put(query.control().id(), query);
    }

    void remove(QueryId id) {
        synchronized (byId) {
            byId.remove(id);
            byId.notifyAll();
        }
    }

    /** Waits until there are none; false if that takes longer. */
    public boolean awaitNone(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        synchronized (byId) {
            long left = timeout.toMillis();
            while (!byId.isEmpty() && left > 0) {
                byId.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
            return byId.isEmpty();
        }
    }

    /** Tells of queries that somebody else than their owner stops. */
    public void tellOfCancels(BiConsumer<Principal, ActiveQuery> observer) {
        onCancelledByOther = observer;
    }

    /** Stops a query for somebody who may. */
    public void cancel(ActiveQuery query, Principal by) {
        query.control().cancel();
        if (!by.name().equals(query.principal().name())) {
            onCancelledByOther.accept(by, query);
        }
    }

    public int count() {
        return byId.size();
    }

    /** The oldest first. */
    public List<ActiveQuery> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(ActiveQuery::startedAt))
                .toList();
    }

    public Optional<ActiveQuery> find(QueryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A query that has not ended; its control shows how far it is, and stops it. */
    public record ActiveQuery(
            Principal principal,
            ClientContext client,
            String sql,
            StatementType type,
            Instant startedAt,
            QueryControl control) {}
}
