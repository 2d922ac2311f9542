package io.sqe.executor.process;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.arrow.memory.BufferAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one engine alive: starts another at once when it dies, later and later when that fails, and never too often. */
final class EngineKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineKeeper.class);
    private static final Duration BACKOFF_MIN = Duration.ofMillis(100);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(5);

    private final EngineProcessOptions options;
    private final BufferAllocator allocator;
    private final StartLimit limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private State state = new State.Starting();
    private Duration backoff = BACKOFF_MIN;

    EngineKeeper(EngineProcessOptions options, BufferAllocator allocator) {
        this.options = options;
        this.allocator = allocator;
        this.limit = new StartLimit(options.startsPerMinuteMax());
        this.thread = Thread.ofPlatform().daemon().name("sqe-engine-keeper").unstarted(this::keep);
    }

    /** Starts the first engine, without waiting for it. */
    void begin() {
        thread.start();
    }

    boolean isRunning() {
        lock.lock();
        try {
            return state instanceof State.Running;
        } finally {
            lock.unlock();
        }
    }

    /** A share in the engine that runs, or will soon; the caller releases it. */
    Engine join(Cancellation cancellation) {
        long end = System.nanoTime() + options.startWait().toNanos();
        try (var _ = cancellation.onRequest(this::tellAll)) {
            lock.lockInterruptibly();
            try {
                return joined(cancellation, end);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExecutorException.Cancelled();
        }
    }

    private Engine joined(Cancellation cancellation, long end) throws InterruptedException {
        while (true) {
            cancellation.failIfRequested();
            switch (state) {
                case State.Running(var engine)
                when engine.isJoined() -> {
                    return engine;
                }
                case State.Refusing(var why) -> throw new ExecutorException.EngineLost(why);
                case State.Closed() -> throw new IllegalStateException("The executor is closed");
                case State.Running _, State.Starting _ -> {}
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new ExecutorException.EngineLost("The engine is not running yet. Send the query again.");
            }
            changed.awaitNanos(left);
        }
    }

    private void tellAll() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Answers whether the executor is still open. */
    private boolean isChangedTo(State next) {
        lock.lock();
        try {
            if (state instanceof State.Closed) {
                return false;
            }
            state = next;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        try {
            while (isChangedTo(new State.Starting())) {
                awaitTurn();
                limit.count(System.nanoTime());
                runOne();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void awaitTurn() throws InterruptedException {
        Duration wait = limit.untilNext(System.nanoTime());
        if (wait.isPositive()) {
            String why =
                    "The engine has ended %d times within a minute and is not started again before %d s have passed. Send the query again then."
                            .formatted(options.startsPerMinuteMax(), wait.toSeconds() + 1);
            LOG.error("{}", why);
            if (isChangedTo(new State.Refusing(why))) {
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            }
        }
    }

    private void runOne() throws InterruptedException {
        Engine engine;
        try {
            engine = Engine.start(options, allocator);
        } catch (IOException | RuntimeException failure) {
            LOG.error("the engine's process cannot be started", failure);
            TimeUnit.NANOSECONDS.sleep(backoff.toNanos());
            backoff = backoff.multipliedBy(2).compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : backoff.multipliedBy(2);
            return;
        }
        backoff = BACKOFF_MIN;
        try {
            if (isChangedTo(new State.Running(engine))) {
                LOG.atInfo().addKeyValue("pid", engine.pid()).log("an engine runs");
                engine.awaitEnd();
                LOG.atWarn().addKeyValue("pid", engine.pid()).log("the engine's process has ended; another is started");
            }
        } finally {
            isChangedTo(new State.Starting());
            engine.retire();
        }
    }

    /** Ends the engine. Fragments that still run are lost. */
    @Override
    public void close() {
        isChangedTo(new State.Closed());
        thread.interrupt();
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where an engine's life stands. */
    private sealed interface State {

        /** One is being started. */
        record Starting() implements State {}

        /** One runs, or has just ended. */
        record Running(Engine engine) implements State {}

        /** None is started for a while. */
        record Refusing(String why) implements State {}

        /** None is started any more. */
        record Closed() implements State {}
    }
}
