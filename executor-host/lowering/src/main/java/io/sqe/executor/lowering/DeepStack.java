package io.sqe.executor.lowering;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs recursive work on a stack deep enough for any plan that passes the door. The address space is only reserved; pages are
 * taken as the recursion reaches them.
 */
public final class DeepStack {
    private static final long STACK_BYTES = 512L << 20;

    private DeepStack() {}

    public static <R> R call(Callable<R> work) {
        var task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "lowering", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return await(task);
    }

    private static <R> R await(FutureTask<R> task) {
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
