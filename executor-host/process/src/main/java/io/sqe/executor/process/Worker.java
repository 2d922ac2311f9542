package io.sqe.executor.process;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.wire.EngineAction;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker, and whether it answers. */
final class Worker implements EngineLink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final URI url;
    private final int failuresMax;
    private final EngineConnection connection;
    private final AtomicInteger failures;
    private volatile boolean hasAnswered;

    private Worker(URI url, int failuresMax, EngineConnection connection) {
        this.url = url;
        this.failuresMax = failuresMax;
        this.connection = connection;
        this.failures = new AtomicInteger(failuresMax - 1);
    }

    /** Does not connect yet. */
    static Worker open(URI url, WorkerOptions options, BufferAllocator allocator) {
        return new Worker(
                url, options.failuresMax(), EngineConnection.open(new Location(url), options.secret(), allocator));
    }

    boolean isHealthy() {
        return hasAnswered && failures.get() < failuresMax;
    }

    /** Asks whether it works. */
    void check(Duration wait) {
        try {
            connection.ask(EngineAction.HEALTH, new byte[0], wait);
            boolean wasHealthy = isHealthy();
            hasAnswered = true;
            failures.set(0);
            if (!wasHealthy) {
                LOG.atInfo().addKeyValue("worker", url).log("a worker answers");
            }
        } catch (FlightRuntimeException | ExecutorException failure) {
            if (failures.incrementAndGet() == failuresMax) {
                tellLost(failure);
            }
        }
    }

    private void tellLost(RuntimeException failure) {
        LOG.atWarn()
                .addKeyValue("worker", url)
                .addKeyValue("reason", failure.getMessage())
                .log("a worker does not answer; it is sent nothing until it does");
    }

    @Override
    public EngineConnection connection() {
        return connection;
    }

    @Override
    public ExecutorException failureOf(RuntimeException failure) {
        if (failure instanceof FlightRuntimeException flight
                && flight.status().code() == FlightStatusCode.UNAVAILABLE) {
            if (failures.getAndSet(failuresMax) < failuresMax) {
                tellLost(failure);
            }
            return new ExecutorException.EngineLost(
                    "The worker that ran the query was lost. Send the query again; another takes it.");
        }
        return new ExecutorException.EngineFault("The worker did not answer as it should.", failure);
    }

    /** The connection stays: it is every fragment's. */
    @Override
    public void release() {}

    @Override
    public void close() {
        connection.close();
    }
}
