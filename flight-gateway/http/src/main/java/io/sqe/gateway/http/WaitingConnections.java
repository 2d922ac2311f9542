package io.sqe.gateway.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The connections of one port. When the last place is taken, the client that has let us wait longest loses its own, so that connections on
 * which nothing happens keep nobody out. None loses it while we work for it.
 */
final class WaitingConnections {
    private static final long PERIOD_MILLIS_MAX = 1_000;

    /** One thread for the connections of all ports; it only looks and never waits. */
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sqe-http-pace").factory());

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private final int connectionsMax;
    private final long periodMillis;
    private final Set<RequestPace> open = ConcurrentHashMap.newKeySet();

    WaitingConnections(ConnectionLimits limits) {
        this.connectionsMax = limits.connectionsMax();
        long shortest = Stream.of(limits.headTimeout(), limits.bodyTimeout(), limits.idleTimeout())
                .mapToLong(Duration::toMillis)
                .min()
                .orElseThrow();
        this.periodMillis = Math.clamp(shortest / 4, 1, PERIOD_MILLIS_MAX);
    }

    /** Takes a place; whoever takes it closes it. */
    Place add(RequestPace arrived) {
        open.add(arrived);
        if (open.size() >= connectionsMax) {
            longestWaiting().ifPresent(RequestPace::hangUp);
        }
        ScheduledFuture<?> watch =
                CLOCK.scheduleWithFixedDelay(arrived::demand, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
        return () -> {
            watch.cancel(false);
            open.remove(arrived);
        };
    }

    private Optional<RequestPace> longestWaiting() {
        long now = System.nanoTime();
        return open.stream()
                .filter(pace -> pace.waitNanos(now).isPresent())
                .max(Comparator.comparingLong(pace -> pace.waitNanos(now).orElse(0)));
    }

    /** One of so many. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
