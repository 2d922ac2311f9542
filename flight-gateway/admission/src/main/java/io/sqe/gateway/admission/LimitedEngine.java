package io.sqe.gateway.admission;

import io.sqe.gateway.admission.QueryLimits.Rates;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.SubstraitQuery;
import io.sqe.gateway.query.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** An engine that takes no more than it can do. Limits are asked for anew for every query, so that they can change meanwhile. */
public final class LimitedEngine implements QueryEngine {
    private static final Duration ROUND = Duration.ofMillis(250);

    /** One for the rounds, which ask the engine and so may have to wait for it, and one for whose time is up meanwhile. */
    private static final int CLOCK_THREADS = 2;

    private final QueryEngine engine;
    private final Supplier<QueryLimits> limits;
    private final Patrol patrol;
    private final WaitingRoom room;
    private final AtomicReference<Optional<RateGate>> gate = new AtomicReference<>(Optional.empty());
    private final ScheduledThreadPoolExecutor clock = newClock();
    private volatile boolean isEnding;
    private volatile boolean isClosed;

    /**
     * Looks after what runs until it is closed.
     *
     * @param engine closed with this one
     */
    public LimitedEngine(QueryEngine engine, Supplier<QueryLimits> limits, MemoryMeter meter) {
        this.engine = engine;
        this.limits = limits;
        this.patrol = new Patrol(meter, limits);
        this.room = new WaitingRoom(limits, patrol::isMachineTight);
        scheduleRound();
    }

    private static ScheduledThreadPoolExecutor newClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                CLOCK_THREADS,
                Thread.ofPlatform().name("query-timeouts").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** The next round comes whatever became of this one: an engine that is being replaced cannot say what it holds. */
    private void round() {
        try {
            patrol.round(System.nanoTime());
            room.lookAgain();
        } finally {
            scheduleRound();
        }
    }

    private void scheduleRound() {
        if (!isClosed) {
            var _ = clock.schedule(this::round, ROUND.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        QueryLimits now = limits.get();
        String user = session.principal().name();
        ResourceGroup group = now.groups()
                .choose(
                        session.principal(),
                        session.resourceGroup(),
                        options.client().source());
        LimitedControl control = new LimitedControl(options.id(), group.name());
        options.onAccepted().accept(control);
        check(input, user, now);
        WaitingRoom.Waiter place = room.enter(user, group);
        control.waitsAs(place);
        room.await(place, now.times().waiting());
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
        checkLength(input, now);
        gate(now.rates()).ifPresent(rates -> rates.pass(user));
    }

    private static void checkLength(QueryInput input, QueryLimits now) {
        long bytesMax = now.sizes().sqlBytes();
        int bytes = switch (input) {
            // Most are so short that their bytes need not be counted.
            case SqlText(String sql) ->
                sql.length() > bytesMax / 4 ? sql.getBytes(StandardCharsets.UTF_8).length : sql.length();
            case SubstraitQuery query -> query.size();
            case Ingestion _ -> 0;
        };
        if (bytesMax > 0 && bytes > bytesMax) {
            throw Refusal.tooLong(bytes, bytesMax);
        }
    }

    private Optional<RateGate> gate(Optional<Rates> rates) {
        return gate.updateAndGet(known -> known.map(RateGate::rates).equals(rates) ? known : rates.map(RateGate::new));
    }

    private Query start(QueryInput input, Session session, QueryOptions options, Admitted admitted) {
        LimitedControl control = admitted.control();
        QueryLimits now = admitted.limits();
        Optional<ScheduledFuture<?>> total = stopAfter(control, now.times().total(), "it");
        Optional<ScheduledFuture<?>> planning = stopAfter(control, now.times().planning(), "planning it");
        patrol.watch(control);
        boolean isStarted = false;
        try {
            Query query = engine.start(input, session, options.watchedBy(control::runsAs));
            isStarted = true;
            return watched(query, admitted, total);
        } catch (QueryException failure) {
            throw control.told(failure);
        } finally {
            planning.ifPresent(timer -> timer.cancel(false));
            if (!isStarted) {
                total.ifPresent(timer -> timer.cancel(false));
                patrol.forget(control);
            }
        }
    }

    private Query watched(Query query, Admitted admitted, Optional<ScheduledFuture<?>> total) {
        long rowsMax = admitted.limits().sizes().resultRows();
        return new LimitedQuery(query, admitted.control(), rowsMax, () -> {
            total.ifPresent(timer -> timer.cancel(false));
            patrol.forget(admitted.control());
            room.leave(admitted.place());
        });
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

    /** Queries that have one. */
    public int runningCount() {
        return room.runningCount();
    }

    /** Memory set aside for queries that run. */
    public long reservedBytes() {
        return room.reservedBytes();
    }

    /** What the engine held when it was last looked at. */
    public MemoryMeter.Reading memory() {
        return patrol.last();
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        QueryLimits now = limits.get();
        checkLength(input, now);
        passMetadata(now, session);
        return engine.describe(input, session);
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        passMetadata(limits.get(), session);
        return engine.vocabulary(session);
    }

    private void passMetadata(QueryLimits now, Session session) {
        if (isEnding) {
            throw Refusal.ending();
        }
        gate(now.rates())
                .ifPresent(rates -> rates.passMetadata(session.principal().name()));
    }

    @Override
    public void close() {
        isClosed = true;
        clock.shutdownNow();
        engine.close();
    }

    private record Admitted(LimitedControl control, WaitingRoom.Waiter place, QueryLimits limits) {}
}
