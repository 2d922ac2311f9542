package io.sqe.bench.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops a statement that takes too long. Used for one statement at a time; closed by whoever opened it. */
final class Deadline implements AutoCloseable {
    private final Duration limit;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bench-deadline").factory());
    private @Nullable ScheduledFuture<?> pending;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    /** Has the statement that now begins stopped after the limit. */
    void watch(Runnable cancellation) {
        pending = clock.schedule(cancellation, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The statement has ended. */
    void relax() {
        if (pending != null) {
            pending.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
