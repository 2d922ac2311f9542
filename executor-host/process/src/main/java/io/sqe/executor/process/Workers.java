package io.sqe.executor.process;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;

/** The workers of a coordinator. A fragment runs whole on the first that answers. */
final class Workers implements Engines {
    private final List<Worker> workers;
    private final WorkerOptions options;
    private final List<Thread> checking;
    private final CountDownLatch firstChecks;

    private Workers(List<Worker> workers, WorkerOptions options) {
        this.workers = workers;
        this.options = options;
        this.firstChecks = new CountDownLatch(workers.size());
        this.checking = workers.stream()
                .map(worker -> Thread.ofVirtual().name("sqe-worker-check").unstarted(() -> checkAgainAndAgain(worker)))
                .toList();
    }

    /** Begins to ask them whether they work. The caller closes the workers' connections. */
    static Workers open(WorkerOptions options, BufferAllocator allocator) {
        var opened = new Workers(
                options.urls().stream()
                        .map(url -> Worker.open(url, options, allocator))
                        .toList(),
                options);
        opened.checking.forEach(Thread::start);
        return opened;
    }

    private void checkAgainAndAgain(Worker worker) {
        try {
            worker.check(options.checkWait());
            firstChecks.countDown();
            while (true) {
                TimeUnit.NANOSECONDS.sleep(options.checkInterval().toNanos());
                worker.check(options.checkWait());
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    @Override
    public EngineLink join(Cancellation cancellation) {
        cancellation.failIfRequested();
        return find().or(this::findWhenAllWereAsked)
                .orElseThrow(() -> new ExecutorException.EngineLost(
                        "None of the %d workers answers. Send the query again later.".formatted(workers.size())));
    }

    @Override
    public Optional<EngineLink> find() {
        return workers.stream().filter(Worker::isHealthy).map(Worker::link).findFirst();
    }

    /** Soon after the start none has answered yet. */
    private Optional<EngineLink> findWhenAllWereAsked() {
        try {
            boolean areAllAsked = firstChecks.await(options.checkWait().toNanos(), TimeUnit.NANOSECONDS);
            return areAllAsked ? find() : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExecutorException.Cancelled();
        }
    }

    @Override
    public EngineState state() {
        int healthy = Math.toIntExact(workers.stream().filter(Worker::isHealthy).count());
        List<WorkerState> states = workers.stream().map(Worker::state).toList();
        return new EngineState(healthy, workers.size(), 0, 0, states);
    }

    @Override
    public void close() {
        checking.forEach(Threads::end);
        workers.forEach(Worker::close);
    }
}
