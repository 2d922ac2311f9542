package io.sqe.executor.process;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one engine at work: when it dies, the one that stands by takes its place, or another that is started at once. */
final class EngineKeeper implements Engines {
    private static final Logger LOG = LoggerFactory.getLogger(EngineKeeper.class);

    private final EngineProcessOptions options;
    private final EngineStarter starter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private State state = new State.Starting();
    private long losses;

    private EngineKeeper(EngineProcessOptions options, BufferAllocator allocator) {
        this.options = options;
        this.starter = new EngineStarter(options, allocator, this::tellAll);
        this.thread = Thread.ofPlatform().daemon().name("sqe-engine-keeper").unstarted(this::keep);
    }

    /** Starts the first engine, without waiting for it. The caller closes the keeper. */
    static EngineKeeper open(EngineProcessOptions options, BufferAllocator allocator) {
        var keeper = new EngineKeeper(options, allocator);
        keeper.starter.begin();
        keeper.thread.start();
        return keeper;
    }

    @Override
    public EngineState state() {
        int standby = starter.isReady() ? 1 : 0;
        lock.lock();
        try {
            boolean isRunning = state instanceof State.Running(var engine) && engine.isAlive();
            return new EngineState(isRunning ? 1 : 0, 1, standby, losses);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public EngineLink join(Cancellation cancellation) {
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

    @Override
    public Optional<EngineLink> find() {
        lock.lock();
        try {
            return state instanceof State.Running(var engine) && engine.isJoined()
                    ? Optional.of(engine)
                    : Optional.empty();
        } finally {
            lock.unlock();
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
                case State.Closed() -> throw new IllegalStateException("The executor is closed");
                case State.Running _, State.Starting _ -> {}
            }
            Optional<String> refusal = starter.refusal();
            if (refusal.isPresent()) {
                throw new ExecutorException.EngineLost(refusal.get());
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
            if (next instanceof State.Starting && state instanceof State.Running) {
                losses++;
            }
            state = next;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        Engine engine = null;
        try {
            while (true) {
                Engine next = starter.take();
                Engine ended = engine;
                engine = next;
                begin(next);
                retire(ended);
                next.awaitEnd();
                end(next);
            }
        } catch (InterruptedException _) {
            retire(engine);
        }
    }

    private void begin(Engine engine) {
        if (isChangedTo(new State.Running(engine))) {
            LOG.atInfo().addKeyValue("pid", engine.pid()).log("an engine runs");
        }
    }

    private void end(Engine engine) {
        if (isChangedTo(new State.Starting())) {
            LOG.atWarn()
                    .addKeyValue("pid", engine.pid())
                    .addKeyValue("exit", engine.exitCode())
                    .log("the engine's process has ended; another takes its place");
        }
    }

    /** Late, since what an engine spilled may take long to remove. */
    private static void retire(@Nullable Engine engine) {
        if (engine != null) {
            engine.retire();
        }
    }

    @Override
    public void close() {
        isChangedTo(new State.Closed());
        Threads.end(thread);
        starter.close();
    }

    /** Where an engine's life stands. */
    private sealed interface State {

        /** One is being started. */
        record Starting() implements State {}

        /** One runs, or has just ended. */
        record Running(Engine engine) implements State {}

        /** None is started any more. */
        record Closed() implements State {}
    }
}
