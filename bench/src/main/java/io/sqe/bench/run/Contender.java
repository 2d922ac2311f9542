package io.sqe.bench.run;

import io.sqe.executor.ArrowStream;
import java.time.Duration;
import java.util.function.Consumer;

/** One of the two engines in a comparison: SQL text in, Arrow out. Used by one thread; closed by whoever opened it. */
public interface Contender extends AutoCloseable {

    /**
     * Starts a statement, which the caller reads and closes before the next.
     *
     * @param cancellation is given, before any work is done, what stops the statement; any thread may run it at any time
     */
    Running start(String sql, Consumer<Runnable> cancellation);

    @Override
    void close();

    /** A statement that has been started. */
    interface Running extends AutoCloseable {

        ArrowStream rows();

        /** From SQL text to the start of execution; zero if the engine does not tell. */
        Duration planning();

        @Override
        void close();
    }
}
