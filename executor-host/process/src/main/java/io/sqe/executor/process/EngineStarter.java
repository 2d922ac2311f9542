package io.sqe.executor.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts engines, one at a time: with a standby the next as soon as the last was taken, else when one is asked for. Later and later
 * when that fails, and never too often.
 */
final class EngineStarter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineStarter.class);
    private static final Duration BACKOFF_MIN = Duration.ofMillis(100);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(5);

    /** Failures in a row after which fragments are told so instead of waiting. */
    private static final int FAILURES_MAX = 3;

    private final EngineProcessOptions options;
    private final BufferAllocator allocator;
    private final Runnable whenRefusing;
    private final StartLimit limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private @Nullable Engine ready;
    private @Nullable String refusal;
    private int asking;
    private int failures;

    /** @param whenRefusing told when there is a {@link #refusal} */
    EngineStarter(EngineProcessOptions options, BufferAllocator allocator, Runnable whenRefusing) {
        this.options = options;
        this.allocator = allocator;
        this.whenRefusing = whenRefusing;
        this.limit = new StartLimit(options.startsPerMinuteMax());
        this.thread = Thread.ofPlatform().daemon().name("sqe-engine-starter").unstarted(this::startAll);
    }

    void begin() {
        thread.start();
    }

    /** The next engine, waiting until there is one; the caller retires it. */
    Engine take() throws InterruptedException {
        lock.lockInterruptibly();
        asking++;
        try {
            changed.signalAll();
            while (ready == null || !ready.isAlive()) {
                changed.await();
            }
            Engine taken = ready;
            ready = null;
            changed.signalAll();
            return taken;
        } finally {
            asking--;
            lock.unlock();
        }
    }

    /** Why no engine will be there soon; empty if one may. */
    Optional<String> refusal() {
        lock.lock();
        try {
            return Optional.ofNullable(refusal);
        } finally {
            lock.unlock();
        }
    }

    /** Whether an engine waits to be taken. */
    boolean isReady() {
        lock.lock();
        try {
            return ready != null && ready.isAlive();
        } finally {
            lock.unlock();
        }
    }

    private void startAll() {
        try {
            while (true) {
                awaitNeed();
                awaitTurn();
                limit.count(System.nanoTime());
                startOne();
                awaitGone();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void awaitNeed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (asking == 0 && options.standby() == EngineProcessOptions.Standby.NONE) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn() throws InterruptedException {
        Duration wait = limit.untilNext(System.nanoTime());
        if (wait.isPositive()) {
            String why =
                    "The engine was started %d times within a minute and is not started again before %d s have passed. Send the query again then."
                            .formatted(options.startsPerMinuteMax(), wait.toSeconds() + 1);
            LOG.error("{}", why);
            refuse(why);
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            refuse(null);
        }
    }

    private void startOne() throws InterruptedException {
        try {
            Engine engine = Engine.start(options, allocator);
            engine.onEnd(this::tell);
            failures = 0;
            offer(engine);
        } catch (IOException | RuntimeException failure) {
            failures++;
            LOG.atError()
                    .addKeyValue("failures", failures)
                    .setCause(failure)
                    .log("the engine's process cannot be started");
            if (failures >= FAILURES_MAX) {
                refuse("The engine cannot be started, %d times in a row. Its messages are in the server's log."
                        .formatted(failures));
            }
            TimeUnit.NANOSECONDS.sleep(backoff().toNanos());
        }
    }

    private Duration backoff() {
        Duration wait = BACKOFF_MIN.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait;
    }

    private void offer(Engine engine) {
        lock.lock();
        try {
            ready = engine;
            refusal = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuse(@Nullable String why) {
        lock.lock();
        try {
            refusal = why;
        } finally {
            lock.unlock();
        }
        whenRefusing.run();
    }

    /** Waits until the engine that is ready was taken or has ended untaken. */
    private void awaitGone() throws InterruptedException {
        Engine ended;
        lock.lockInterruptibly();
        try {
            while (ready != null && ready.isAlive()) {
                changed.await();
            }
            ended = ready;
            ready = null;
        } finally {
            lock.unlock();
        }
        if (ended != null) {
            LOG.atWarn().addKeyValue("pid", ended.pid()).log("the engine that stood by has ended; another is started");
            ended.retire();
        }
    }

    private void tell() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the engine that nobody took. */
    @Override
    public void close() {
        Threads.end(thread);
        Engine untaken = ready;
        if (untaken != null) {
            untaken.retire();
        }
    }
}
