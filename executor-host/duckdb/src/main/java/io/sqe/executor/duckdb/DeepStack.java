package io.sqe.executor.duckdb;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads with room for DuckDB's recursion. DuckDB parses and plans recursively and refuses what is nested more than 1,000
 * deep, but a Java thread's megabyte is used up at 300, which ends the process.
 */
final class DeepStack implements AutoCloseable {
    /** Measured: enough for a megabyte of nested brackets. Only what is used takes memory. */
    private static final long STACK_BYTES = 64L << 20;

    /** A shorter statement cannot be nested deep enough to matter. */
    private static final int SHORT_SQL_CHARACTERS = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "duckdb-statement", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does what a statement needs and waits for it, whatever interrupts the waiting thread.
     *
     * @param whenInterrupted called if the waiting thread is interrupted
     */
    <T extends @Nullable Object> T call(String sql, Supplier<T> action, Runnable whenInterrupted) {
        if (sql.length() < SHORT_SQL_CHARACTERS) {
            return action.get();
        }
        Future<T> result = threads.submit(action::get);
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException interrupt) {
                    wasInterrupted = true;
                    whenInterrupted.run();
                }
            }
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the threads, which have nothing left to do when all connections are closed. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            case null, default -> new IllegalStateException("A statement failed unexpectedly", failure);
        };
    }
}
