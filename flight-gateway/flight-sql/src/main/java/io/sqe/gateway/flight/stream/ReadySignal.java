package io.sqe.gateway.flight.stream;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes a sender when its reader can take more, or has left. */
final class ReadySignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void raise() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the condition holds; false if that takes too long. */
    boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long nanosLeft = longest.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (nanosLeft <= 0) {
                    return false;
                }
                nanosLeft = changed.awaitNanos(nanosLeft);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
