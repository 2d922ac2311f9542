package io.sqe.cli.wiring;

import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.fragment.v1.FileRead;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Does in the background what a query otherwise waits for when it is the process's first: while that query is planned, the other
 * core makes the engine ready. What fails here fails again where it is needed, and is told there.
 */
final class WarmUp implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();

    /** Initializes classes that take long to: Arrow's schema makes JSON readers, and Protobuf reads the descriptions of messages. */
    void startClasses() {
        start(() -> {
            var unusedSchema = new Schema(List.of());
            var unusedText = FileRead.getDefaultInstance().toString();
        });
    }

    /** Opens the first instance of an executor, which outlives this. */
    void start(DuckDbExecutor executor) {
        start(executor::warmUp);
    }

    private void start(Runnable task) {
        Thread thread = Thread.ofPlatform()
                .name("warm-up")
                .daemon()
                .uncaughtExceptionHandler((_, _) -> {})
                .start(task);
        threads.add(thread);
    }

    /** Waits for what runs: the engine's library must not be in use when the process ends. */
    @Override
    public void close() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
