package io.sqe.gateway.flight.stream;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.limit.WorkLimits;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that may be inside the engine. They are platform threads, as a native call would hold a virtual thread's carrier,
 * and with it every other call.
 */
public final class EngineThreads implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sqe-flight-", 0).factory());
    private final WorkLimits limits;
    private final Semaphore starts;
    private final Semaphore streams;

    public EngineThreads(WorkLimits limits) {
        this.limits = limits;
        this.starts = new Semaphore(limits.startsMax(), true);
        this.streams = new Semaphore(limits.streamsMax());
    }

    /**
     * Runs a task and waits for it; waits for its turn before that.
     *
     * @throws CallRefusedException if its turn does not come
     * @throws RuntimeException whatever the task threw
     */
    public <T> T call(Callable<T> task) {
        try {
            if (!starts.tryAcquire(limits.startWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CallRefusedException(
                        Reason.LIMIT_REACHED,
                        "The service is busy: %d statements are being started (starts-max). Try again later."
                                .formatted(limits.startsMax()));
            }
            try {
                return result(threads.submit(task));
            } finally {
                starts.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallRefusedException(Reason.TOO_LATE, "The service is shutting down.");
        }
    }

    /**
     * Runs a task that sends or receives a result, without waiting for it.
     *
     * @throws CallRefusedException if there are too many already
     */
    public void stream(Runnable task) {
        takeStream();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                streams.release();
            }
        });
    }

    /** Runs a task that receives a result, and waits for it. */
    public <T> T receive(Callable<T> task) {
        takeStream();
        try {
            return result(threads.submit(task));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallRefusedException(Reason.TOO_LATE, "The service is shutting down.");
        } finally {
            streams.release();
        }
    }

    private void takeStream() {
        if (!streams.tryAcquire()) {
            throw new CallRefusedException(
                    Reason.LIMIT_REACHED,
                    "The service is busy: %d results are being sent (streams-max). Try again later."
                            .formatted(limits.streamsMax()));
        }
    }

    private static <T> T result(Future<T> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("A failed task has a cause");
            case RuntimeException failure -> failure;
            case Error error -> new IllegalStateException("A task ended the hard way", error);
            default -> new IllegalStateException("A task failed", cause);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
