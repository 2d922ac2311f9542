package io.sqe.gateway.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one connection has let us wait for the request that it sends, whether it sends nothing or one byte now and then. Only waiting
 * counts, never our own work, nor the time before a request's first byte.
 */
final class RequestPace {
    /** Where in a request we are. */
    private enum Phase {
        BEFORE,
        HEAD,
        BODY
    }

    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final ConnectionContext context;
    private final ConnectionLimits limits;
    private final DataReader reader = new DataReader(this::next);
    private BooleanSupplier readsFirstLine = () -> true;
    private volatile Phase phase = Phase.BEFORE;
    private volatile long waitedNanos;
    private volatile long waitingSince = NOT_WAITING;

    RequestPace(ConnectionContext context, ConnectionLimits limits) {
        this.context = context;
        this.limits = limits;
    }

    /** Asks the connection whether it reads the first line of a request. */
    void follow(BooleanSupplier firstLine) {
        this.readsFirstLine = firstLine;
    }

    /** The bytes of the connection. */
    DataReader reader() {
        return reader;
    }

    /**
     * What the client has let us wait until now, for this request or the next one; empty while we work.
     *
     * @param now by {@link System#nanoTime()}
     */
    OptionalLong waitNanos(long now) {
        long since = waitingSince;
        return since == NOT_WAITING ? OptionalLong.empty() : OptionalLong.of(waitedNanos + now - since);
    }

    /** Hangs up on a client that lets us wait too long. */
    void demand() {
        Duration limit = switch (phase) {
            case BEFORE -> limits.idleTimeout();
            case HEAD -> limits.headTimeout();
            case BODY -> limits.bodyTimeout();
        };
        if (waitNanos(System.nanoTime()).orElse(0) > limit.toNanos()) {
            hangUp();
        }
    }

    /** On a thread of its own, for TLS says goodbye to a client that may not listen. */
    void hangUp() {
        Thread.startVirtualThread(context.serverSocket()::close);
    }

    void firstLineRead() {
        enter(Phase.HEAD);
    }

    void headRead() {
        enter(Phase.BODY);
    }

    private void enter(Phase next) {
        if (phase != next) {
            waitedNanos = 0;
            phase = next;
        }
    }

    private byte @Nullable [] next() {
        if (phase == Phase.BODY && readsFirstLine.getAsBoolean()) {
            enter(Phase.BEFORE);
        }
        long start = System.nanoTime();
        waitingSince = start;
        try {
            return context.dataReader().readBuffer().readBytes();
        } catch (DataReader.InsufficientDataAvailableException end) {
            return null;
        } finally {
            waitingSince = NOT_WAITING;
            count(System.nanoTime() - start);
        }
    }

    private void count(long nanos) {
        if (phase == Phase.BEFORE) {
            enter(Phase.HEAD);
        } else {
            long waited = waitedNanos + nanos;
            waitedNanos = waited;
        }
    }
}
