package io.sqe.executor.fragment;

import io.sqe.executor.Cancellation;
import io.sqe.executor.duckdb.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts a statement that is being started, over and over until the start has ended: DuckDB forgets an interrupt that comes
 * just before it begins. Closed when the start has ended, well or not.
 */
final class StartInterrupter implements AutoCloseable {
    private static final int PAUSE_MILLIS = 20;

    private final Connection connection;
    private final CountDownLatch ended = new CountDownLatch(1);

    private final Cancellation.Registration request;

    StartInterrupter(Connection connection, Cancellation cancellation) {
        this.connection = connection;
        this.request = cancellation.onRequest(this::begin);
    }

    private void begin() {
        Thread.ofVirtual().name("sqe-interrupter").start(this::interruptUntilEnded);
    }

    private void interruptUntilEnded() {
        try {
            do {
                connection.interrupt();
            } while (!ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        request.close();
        ended.countDown();
    }
}
