package io.sqe.gateway.admission;

import io.sqe.gateway.admission.QueryLimits.Rates;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryException;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** An engine that takes no more than it can do. Limits are asked for anew for every query, so that they can change meanwhile. */
public final class LimitedEngine implements QueryEngine {
    private final QueryEngine engine;
    private final Supplier<QueryLimits> limits;
    private final WaitingRoom room;
    private final AtomicReference<Optional<RateGate>> gate = new AtomicReference<>(Optional.empty());
    private final ScheduledThreadPoolExecutor clock = newClock();
    private volatile boolean isEnding;

    /** @param engine closed with this one */
    public LimitedEngine(QueryEngine engine, Supplier<QueryLimits> limits) {
        this.engine = engine;
        this.limits = limits;
        this.room = new WaitingRoom(limits);
    }

    private static ScheduledThreadPoolExecutor newClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("query-timeouts").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        QueryLimits now = limits.get();
        String user = session.principal().name();
        LimitedControl control = new LimitedControl(options.id());
        options.onAccepted().accept(control);
        check(input, user, now);
        WaitingRoom.Waiter place = room.enter(user);
        control.waitsAs(place);
        room.await(place, now.waiting());
        boolean isStarted = false;
        try {
            Query query = start(input, session, options, new Admitted(control, place, now));
            isStarted = true;
            return query;
        } finally {
            if (!isStarted) {
                room.leave(place);
            }
        }
    }

    private void check(QueryInput input, String user, QueryLimits now) {
        if (isEnding) {
            throw Refusal.ending();
        }
        if (input instanceof SqlText(String sql)) {
            checkLength(sql, now.sqlBytesMax());
        }
        gate(now.rates()).ifPresent(rates -> rates.pass(user));
    }

    /** Most are so short that their bytes need not be counted. */
    private static void checkLength(String sql, long bytesMax) {
        if (bytesMax > 0 && sql.length() > bytesMax / 4) {
            int bytes = sql.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > bytesMax) {
                throw Refusal.tooLong(bytes, bytesMax);
            }
        }
    }

    private Optional<RateGate> gate(Optional<Rates> rates) {
        return gate.updateAndGet(known -> known.map(RateGate::rates).equals(rates) ? known : rates.map(RateGate::new));
    }

    private Query start(QueryInput input, Session session, QueryOptions options, Admitted admitted) {
        LimitedControl control = admitted.control();
        QueryLimits now = admitted.limits();
        Optional<ScheduledFuture<?>> total = stopAfter(control, now.total(), "it");
        Optional<ScheduledFuture<?>> planning = stopAfter(control, now.planning(), "planning it");
        try {
            Query query = engine.start(input, session, options.watchedBy(control::runsAs));
            return new LimitedQuery(query, control, now.resultRowsMax(), () -> {
                total.ifPresent(timer -> timer.cancel(false));
                room.leave(admitted.place());
            });
        } catch (QueryException failure) {
            total.ifPresent(timer -> timer.cancel(false));
            throw control.told(failure);
        } finally {
            planning.ifPresent(timer -> timer.cancel(false));
        }
    }

    private Optional<ScheduledFuture<?>> stopAfter(LimitedControl control, Duration limit, String what) {
        return limit.isZero()
                ? Optional.empty()
                : Optional.of(clock.schedule(
                        () -> control.stop(Refusal.timedOut(what, limit)), limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** From here on nothing new starts; what runs goes on. */
    public void refuseNew() {
        isEnding = true;
    }

    /** Queries that wait for a place. */
    public int waitingCount() {
        return room.waitingCount();
    }

    /** Memory set aside for queries that run. */
    public long reservedBytes() {
        return room.reservedBytes();
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        checkLength(sql, limits.get().sqlBytesMax());
        return engine.describe(sql, session);
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        return engine.vocabulary(session);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        engine.close();
    }

    private record Admitted(LimitedControl control, WaitingRoom.Waiter place, QueryLimits limits) {}
}
