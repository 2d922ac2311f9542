package io.sqe.executor.process;

import io.sqe.executor.EngineMemory;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.process.WorkerState.Standing;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.v1.FragmentCall;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker, and whether it answers. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final URI url;
    private final EngineConnection connection;
    private final Sightings sightings;
    private final AtomicInteger running = new AtomicInteger();
    private volatile String toldReason = "";

    private Worker(URI url, Sightings sightings, EngineConnection connection) {
        this.url = url;
        this.sightings = sightings;
        this.connection = connection;
    }

    /** Does not connect yet. */
    static Worker open(URI url, WorkerOptions options, BufferAllocator allocator) {
        return new Worker(
                url,
                new Sightings(options.failuresMax(), InstantSource.system()),
                EngineConnection.open(new Location(url), options.secret(), allocator));
    }

    boolean isHealthy() {
        return sightings.standing() == Standing.ALIVE;
    }

    WorkerState state() {
        return sightings.state(url, running.get());
    }

    /** For one fragment or question. */
    EngineLink link() {
        return new Link();
    }

    /** Asks whether it works, and what it holds. */
    void check(Duration wait) {
        try {
            connection.ask(EngineAction.HEALTH, new byte[0], wait);
            toldReason = "";
            if (sightings.seen()) {
                LOG.atInfo().addKeyValue("worker", url).log("a worker answers");
            }
        } catch (FlightRuntimeException | ExecutorException failure) {
            sightings.missed();
            if (!isHealthy()) {
                tellLost(failure);
            }
            return;
        }
        sightings.holds(held(wait));
    }

    /** A worker that says nothing of its memory may still work. */
    private Optional<EngineMemory> held(Duration wait) {
        try {
            return Optional.of(WireProfiles.decode(
                    connection.ask(EngineAction.MEMORY, new byte[0], wait).getHoldings()));
        } catch (FlightRuntimeException | ExecutorException _) {
            return Optional.empty();
        }
    }

    /** Once for each reason: a worker may be out of reach first, and then refuse the secret. */
    private void tellLost(RuntimeException failure) {
        String reason = failure instanceof FlightRuntimeException flight
                ? flight.status().code().name()
                : String.valueOf(failure.getMessage());
        if (reason.equals(toldReason)) {
            return;
        }
        toldReason = reason;
        LOG.atWarn()
                .addKeyValue("worker", url)
                .addKeyValue("reason", failure.getMessage())
                .log("a worker does not answer; it is sent nothing until it does");
    }

    private ExecutorException failureOf(RuntimeException failure) {
        if (failure instanceof FlightRuntimeException flight
                && flight.status().code() == FlightStatusCode.UNAVAILABLE) {
            sightings.lost();
            tellLost(failure);
            return new ExecutorException.EngineLost(
                    "The worker that ran the query was lost. Send the query again; another takes it.");
        }
        return new ExecutorException.EngineFault("The worker did not answer as it should.", failure);
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Counted while a fragment runs there. The connection stays: it is every fragment's. */
    private final class Link implements EngineLink {
        private final AtomicBoolean isRunning = new AtomicBoolean();

        @Override
        public EngineConnection connection() {
            return connection;
        }

        @Override
        public FlightStream open(FragmentCall call, Optional<String> traceparent) {
            FlightStream stream = EngineLink.super.open(call, traceparent);
            if (isRunning.compareAndSet(false, true)) {
                running.incrementAndGet();
            }
            return stream;
        }

        @Override
        public ExecutorException failureOf(RuntimeException failure) {
            return Worker.this.failureOf(failure);
        }

        @Override
        public void release() {
            if (isRunning.compareAndSet(true, false)) {
                running.decrementAndGet();
            }
        }
    }
}
