package io.sqe.gateway.http;

import io.helidon.common.buffers.DataReader;
import java.util.Optional;
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

    private final DataReader bytes;
    private final ConnectionLimits limits;
    private final RequestReader reader = new RequestReader(this::next);
    private BooleanSupplier readsFirstLine = () -> true;
    private boolean isLast;
    private volatile Phase phase = Phase.BEFORE;
    private volatile long waitedNanos;
    private volatile long waitingSince = NOT_WAITING;

    RequestPace(DataReader bytes, ConnectionLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Asks the connection whether it reads the first line of a request. */
    void follow(BooleanSupplier firstLine) {
        this.readsFirstLine = firstLine;
    }

    /** The bytes of the connection. */
    RequestReader reader() {
        return reader;
    }

    /**
     * What the client has let us wait until now, for this request or the next one; empty while we work.
     *
     * @param now by {@link System#nanoTime()}
     */
    Optional<Wait> waiting(long now) {
        long since = waitingSince;
        if (since == NOT_WAITING) {
            return Optional.empty();
        }
        return Optional.of(new Wait(
                waitedNanos + now - since,
                switch (phase) {
                    case BEFORE -> limits.idleTimeout();
                    case HEAD -> limits.headTimeout();
                    case BODY -> limits.bodyTimeout();
                }));
    }

    void firstLineRead() {
        enter(Phase.HEAD);
    }

    void headRead() {
        enter(Phase.BODY);
    }

    /** The client wants the connection to end with this request; Helidon tells it so, and stays. */
    void endAfterThis() {
        isLast = true;
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
            if (isLast) {
                return null;
            }
        }
        long start = System.nanoTime();
        waitingSince = start;
        try {
            return bytes.readBuffer().readBytes();
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
