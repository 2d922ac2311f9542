package io.sqe.executor.fragment;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many fragments run at once; the others wait a while and are then refused. */
final class Turns {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Semaphore free;
    private final int max;
    private final Duration wait;

    Turns(int max, Duration wait) {
        this.free = new Semaphore(max, true);
        this.max = max;
        this.wait = wait;
    }

    void take(Cancellation cancellation) {
        try {
            if (!tryTake(cancellation)) {
                throw new ExecutorException.OutOfResources(
                        "The engine is busy: %d fragments are running, the most allowed.".formatted(max)
                                + " Try again later, or raise executor.fragments-in-flight-max.");
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new ExecutorException.Cancelled();
        }
    }

    /** Waits in slices: a semaphore knows nothing of our cancellations. */
    private boolean tryTake(Cancellation cancellation) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (!free.tryAcquire(Math.min(SLICE_NANOS, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            cancellation.failIfRequested();
            if (System.nanoTime() >= end) {
                return false;
            }
        }
        return true;
    }

    void giveBack() {
        free.release();
    }
}
