package io.sqe.gateway.lifecycle;

import io.sqe.executor.ExecutorException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Threads for planning. Planners recurse once or more a level of nesting, so these threads have stacks that hold any statement
 * the parser lets through; a stack takes memory only as deep as it is used.
 */
final class PlanningThreads implements AutoCloseable {
    private static final long STACK_BYTES = 512L << 20;

    private final ExecutorService threads;

    PlanningThreads(int threadsMax) {
        ThreadFactory withDeepStack = task -> {
            Thread thread = new Thread(null, task, "sqe-planning", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
        this.threads = Executors.newFixedThreadPool(threadsMax, withDeepStack);
    }

    /**
     * Runs the task on a planning thread and waits for it.
     *
     * @throws RuntimeException whatever the task threw
     */
    <T> T call(Callable<T> task) {
        Future<T> result = threads.submit(task);
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExecutorException.Cancelled();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("A failed task has a cause");
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException("Planning throws no checked exception", cause);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
