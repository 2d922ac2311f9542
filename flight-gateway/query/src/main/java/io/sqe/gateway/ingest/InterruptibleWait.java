package io.sqe.gateway.ingest;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import java.util.function.BooleanSupplier;

/** Waits for a stranger, whom no cancellation reaches: the waiting thread is interrupted instead. Made and used by that thread. */
final class InterruptibleWait implements AutoCloseable {
    private final Thread waiter = Thread.currentThread();
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private boolean isWaiting;

    InterruptibleWait(Cancellation cancellation) {
        this.cancellation = cancellation;
        this.registration = cancellation.onRequest(this::interrupt);
    }

    /** What the work answers, or {@link ExecutorException.Cancelled} instead of its failure if that was why. */
    boolean during(BooleanSupplier work) {
        begin();
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failure) {
            cancellation.failIfRequested();
            throw failure;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        cancellation.failIfRequested();
        isWaiting = true;
    }

    /** An interrupt that came too late must not meet what the thread does next. */
    private synchronized void end() {
        isWaiting = false;
        if (cancellation.isRequested()) {
            Thread.interrupted();
        }
    }

    private synchronized void interrupt() {
        if (isWaiting) {
            waiter.interrupt();
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
