package io.sqe.executor.fragment;

import io.sqe.executor.ExecutorException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many fragments run at once; the others wait a while and are then refused. */
final class Turns {
    private final Semaphore free;
    private final int max;
    private final Duration wait;

    Turns(int max, Duration wait) {
        this.free = new Semaphore(max, true);
        this.max = max;
        this.wait = wait;
    }

    void take() {
        try {
            if (!free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExecutorException.OutOfResources(
                        "The engine is busy: %d fragments are running, the most allowed.".formatted(max)
                                + " Try again later, or raise executor.fragments-in-flight-max.");
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new ExecutorException.Cancelled();
        }
    }

    void giveBack() {
        free.release();
    }
}
