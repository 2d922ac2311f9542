package io.sqe.executor.lowering;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Threads with room for recursion over any plan that passes the door. The address space is only reserved; pages are taken as
 * the recursion reaches them.
 */
final class DeepStack {
    private static final long STACK_BYTES = 512L << 20;

    /** An idle thread ends after a minute. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "lowering", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    <R> R call(Callable<R> work) {
        return await(threads.submit(work));
    }

    private static <R> R await(Future<R> task) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    wasInterrupted = true;
                } catch (ExecutionException failed) {
                    throw asUnchecked(failed.getCause());
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException asUnchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
