package io.sqe.gateway.flight.statement;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.failure.WireFailure;
import io.sqe.gateway.flight.limit.HeldLimits;
import io.sqe.gateway.query.QueryControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queries that clients ask after from time to time, until the first rows are there. Safe for use by many threads. */
public final class PolledQueries {
    private final Map<Handle, Polled> queries = new ConcurrentHashMap<>();
    private final HeldCounts counts;
    private final Duration idleMax;
    private final InstantSource clock;

    public PolledQueries(HeldLimits limits, Duration idleMax, InstantSource clock) {
        this.counts = new HeldCounts("queries to ask after", "results-per-user-max", limits.resultsPerUserMax());
        this.idleMax = idleMax;
        this.clock = clock;
    }

    /**
     * Starts a query that is not waited for; on a thread of its own it is brought to its first rows.
     *
     * @throws CallRefusedException if the user has as many as they may
     */
    public Polled begin(String owner, Start start) {
        counts.add(owner);
        Polled polled = new Polled(Handle.random(), owner, clock.instant());
        queries.put(polled.handle, polled);
        Thread.ofVirtual().name("sqe-flight-poll").start(() -> polled.run(start));
        return polled;
    }

    /** @throws CallRefusedException if it is not there or is somebody else's */
    public Polled find(Handle handle, String owner) {
        Polled polled = queries.get(handle);
        if (polled == null) {
            throw new CallRefusedException(
                    Reason.UNKNOWN_HANDLE,
                    "The query was not asked after for too long, or its result was told. Run it again.");
        }
        if (!polled.owner.equals(owner)) {
            throw new CallRefusedException(Reason.NOT_YOURS, "The query belongs to another user.");
        }
        polled.lastAsked = clock.instant();
        return polled;
    }

    /** Stops a query before its result is told; false if there is nothing to stop. */
    public boolean cancel(Handle handle, String owner) {
        if (!queries.containsKey(handle)) {
            return false;
        }
        abandon(find(handle, owner));
        return true;
    }

    public void forget(Polled polled) {
        if (queries.remove(polled.handle, polled)) {
            counts.remove(polled.owner);
        }
    }

    /** Until when the query is kept if it is not asked after. */
    public Instant deadline() {
        return clock.instant().plus(idleMax);
    }

    /** Stops what nobody has asked after for too long. */
    public void sweep() {
        Instant oldest = clock.instant().minus(idleMax);
        queries.values().stream()
                .filter(polled -> polled.lastAsked.isBefore(oldest))
                .forEach(this::abandon);
    }

    private void abandon(Polled polled) {
        forget(polled);
        polled.cancel();
    }

    /** Brings a query to its first rows, telling who may cancel it before that. */
    @FunctionalInterface
    public interface Start {
        OpenResult run(Consumer<QueryControl> watcher);
    }

    /** One of them. */
    public static final class Polled {
        private final Handle handle;
        private final String owner;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Instant lastAsked;
        private volatile @Nullable QueryControl control;
        private volatile @Nullable OpenResult result;
        private volatile @Nullable RuntimeException failure;

        private Polled(Handle handle, String owner, Instant begun) {
            this.handle = handle;
            this.owner = owner;
            this.lastAsked = begun;
        }

        private void run(Start start) {
            try {
                result = start.run(query -> control = query);
            } catch (RuntimeException failed) {
                failure = WireFailure.of(failed);
            } finally {
                ended.countDown();
            }
        }

        public Handle handle() {
            return handle;
        }

        /**
         * The result, if it is there within the time.
         *
         * @throws RuntimeException the query's failure, as a status for the wire
         */
        public Optional<OpenResult> await(Duration longest) {
            try {
                boolean isEnded = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
                if (failure != null) {
                    throw failure;
                }
                return isEnded ? Optional.ofNullable(result) : Optional.empty();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        /** From 0 to 1, if the engine can tell. */
        public Optional<Double> progress() {
            QueryControl query = control;
            return Optional.ofNullable(query)
                    .map(known -> known.progress().progress().percent())
                    .filter(percent -> percent >= 0)
                    .map(percent -> percent / 100);
        }

        private void cancel() {
            Optional.ofNullable(control).ifPresent(QueryControl::cancel);
            Optional.ofNullable(result).ifPresent(OpenResult::abandon);
        }
    }
}
