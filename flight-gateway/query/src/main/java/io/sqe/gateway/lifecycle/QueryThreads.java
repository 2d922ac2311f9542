package io.sqe.gateway.lifecycle;

import io.sqe.executor.ExecutorException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.trace.QueryScope;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Threads on which queries are planned and started, so that whoever asked can be answered soon when the query is cancelled,
 * whatever a thread is doing. Planners recurse once or more a level of nesting, so these threads have stacks that hold any
 * statement the parser lets through; a stack takes memory only as deep as it is used.
 */
final class QueryThreads implements AutoCloseable {
    private static final long STACK_BYTES = 512L << 20;

    private final ExecutorService planning;

    /** As many as there are queries being started: executors limit these themselves. */
    private final ExecutorService starting;

    QueryThreads(int planningMax) {
        this.planning = Executors.newFixedThreadPool(planningMax, withDeepStack("sqe-planning"));
        this.starting = Executors.newCachedThreadPool(withDeepStack("sqe-start"));
    }

    /**
     * Plans, and waits for the plan.
     *
     * @throws RuntimeException whatever the task threw
     * @throws ExecutorException.Cancelled soon after the query was cancelled
     */
    <T> T plan(Callable<T> task, QueryLife life) {
        return call(planning, new AbandonableTask<>(bound(task), _ -> {}), life);
    }

    /** Starts a query likewise. If it starts after all when nobody waits for it any more, it is closed. */
    <T extends Query> T start(Callable<T> task, QueryLife life) {
        return call(starting, new AbandonableTask<>(bound(task), Query::close), life);
    }

    /** The task as work for the query that this thread works for. */
    private static <T> Callable<T> bound(Callable<T> task) {
        return QueryScope.current()
                .<Callable<T>>map(scope -> () -> scope.call(task::call))
                .orElse(task);
    }

    private static <T> T call(ExecutorService threads, AbandonableTask<T> task, QueryLife life) {
        threads.execute(task);
        boolean wasInterrupted = false;
        try (var _ = life.cancellation().onRequest(task::endSoon)) {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException stopped) {
                    wasInterrupted = true;
                    life.cancel();
                }
            }
        } catch (CancellationException abandoned) {
            throw new ExecutorException.Cancelled();
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
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

    private static ThreadFactory withDeepStack(String name) {
        return task -> {
            Thread thread = new Thread(null, task, name, STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        planning.shutdownNow();
        starting.shutdownNow();
    }
}
