package io.sqe.gateway.trino.statement;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Accounts for the bytes of all pages that are in memory. Safe for use by many threads. */
final class HeldBytes {
    private static final int UNIT = 1 << 14;

    private final Semaphore units;
    private final Runnable onShortage;

    /** @param onShortage gives up pages that are only kept in case they are asked for again */
    HeldBytes(long bytesMax, Runnable onShortage) {
        this.units = new Semaphore(Math.toIntExact(Math.max(1, bytesMax / UNIT)), true);
        this.onShortage = onShortage;
    }

    /** Takes room for a first piece of a page, waiting for it a while. */
    boolean openWithin(Duration wait, Lease lease) throws InterruptedException {
        if (!units.tryAcquire()) {
            onShortage.run();
            if (!units.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        lease.opened();
        return true;
    }

    Lease lease() {
        return new Lease();
    }

    /** One page's share. */
    final class Lease implements AutoCloseable {
        private int held;

        private synchronized void opened() {
            held = 1;
        }

        /** Takes room for so many bytes in all, without waiting. */
        synchronized boolean growTo(long bytes) {
            int wanted = Math.toIntExact(bytes / UNIT + 1);
            if (wanted <= held) {
                return true;
            }
            if (!units.tryAcquire(wanted - held)) {
                return false;
            }
            held = wanted;
            return true;
        }

        @Override
        public synchronized void close() {
            units.release(held);
            held = 0;
        }
    }
}
