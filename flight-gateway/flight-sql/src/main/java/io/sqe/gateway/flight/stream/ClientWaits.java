package io.sqe.gateway.flight.stream;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends waiting for clients that send nothing: Arrow's own waits for them have no end. Safe for use by many threads. */
public final class ClientWaits implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sqe-flight-waits").factory());
    private final Duration longest;

    /** @param longest how long a client may send nothing while something is waited for */
    public ClientWaits(Duration longest) {
        this.longest = longest;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * What comes of waiting, by this thread.
     *
     * @throws CallRefusedException if it took too long
     */
    public <T> T await(Supplier<T> waiting) {
        Interruption interruption = new Interruption(Thread.currentThread());
        ScheduledFuture<?> timer = clock.schedule(interruption, longest.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return waiting.get();
        } catch (RuntimeException failure) {
            if (interruption.hasHappened()) {
                throw new CallRefusedException(
                        Reason.LIMIT_REACHED,
                        "Nothing was sent for %d seconds (stalled-sender-max).".formatted(longest.toSeconds()));
            }
            throw failure;
        } finally {
            timer.cancel(false);
            interruption.end();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Interrupts a thread, unless it is past waiting. */
    private static final class Interruption implements Runnable {
        private final Thread waiter;
        private boolean hasHappened;
        private boolean hasEnded;

        Interruption(Thread waiter) {
            this.waiter = waiter;
        }

        @Override
        public synchronized void run() {
            if (!hasEnded) {
                hasHappened = true;
                waiter.interrupt();
            }
        }

        synchronized boolean hasHappened() {
            return hasHappened;
        }

        synchronized void end() {
            hasEnded = true;
            if (hasHappened) {
                Thread.interrupted();
            }
        }
    }
}
