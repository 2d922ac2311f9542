package io.sqe.executor.process;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One engine in one process, and the connection to it. It belongs to whoever started it and to each fragment on it; the last to
 * {@link #release} it closes the connection, since rows outlive the process that made them.
 */
final class Engine implements EngineLink {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final String LOST =
            "The engine ended while it ran the query. Another one is started; send the query again.";

    /** Between the end of a connection and that of the process behind it. */
    private static final Duration END_WAIT = Duration.ofMillis(500);

    /** For the end of a process that writes a cache of classes. */
    private static final Duration TRAINING_WAIT = Duration.ofMinutes(5);

    private final EngineProcess process;
    private final Optional<SpillFolder> spill;
    private final EngineConnection connection;
    private int owners = 1;

    private Engine(EngineProcess process, Optional<SpillFolder> spill, EngineConnection connection) {
        this.process = process;
        this.spill = spill;
        this.connection = connection;
    }

    /** Starts a process and waits until it answers. The caller retires the engine. */
    static Engine start(EngineProcessOptions options, BufferAllocator allocator)
            throws IOException, InterruptedException {
        var token = BearerToken.random();
        Optional<SpillFolder> spill =
                Optional.ofNullable(options.engine().spillFolder()).map(SpillFolder::in);
        ExecutorOptions engine = spill.map(folder -> options.engine()
                        .withSpill(folder.path(), options.engine().spillBytesMax()))
                .orElse(options.engine());
        EngineProcess process = null;
        try {
            process = EngineProcess.start(EngineCommand.of(options), WireOptions.encode(engine, token));
            int port = process.awaitPort(options.startWait());
            return connected(process, spill, port, token, options.startWait(), allocator);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            if (process != null) {
                process.kill();
            }
            spill.ifPresent(SpillFolder::close);
            throw failure;
        }
    }

    /** Connects at once, so that the first query does not have to. */
    private static Engine connected(
            EngineProcess process,
            Optional<SpillFolder> spill,
            int port,
            BearerToken token,
            Duration wait,
            BufferAllocator allocator) {
        var connection = EngineConnection.open(Location.forGrpcInsecure("127.0.0.1", port), token, allocator);
        try {
            connection.ask(EngineAction.HEALTH, new byte[0], wait);
            return new Engine(process, spill, connection);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public EngineConnection connection() {
        return connection;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that has ended. */
    int exitCode() {
        return process.exitCode();
    }

    /** Has something done, by whatever thread, when the process has ended. */
    void onEnd(Runnable action) {
        process.onEnd(action);
    }

    /** Takes a share in the engine unless its process has ended; whoever got one releases it. */
    synchronized boolean isJoined() {
        if (owners == 0 || !process.isAlive()) {
            return false;
        }
        owners++;
        return true;
    }

    @Override
    public void release() {
        if (isLastOwner()) {
            connection.close();
        }
    }

    private synchronized boolean isLastOwner() {
        owners--;
        return owners == 0;
    }

    void awaitEnd() throws InterruptedException {
        process.awaitEnd();
    }

    /** Ends the process if it still runs, and removes what it left. */
    void retire() {
        if (EngineCommand.isTraining()) {
            process.end(TRAINING_WAIT);
        }
        process.kill();
        spill.ifPresent(SpillFolder::close);
        release();
    }

    /** Once an engine is said to be lost, its process has ended for certain. */
    @Override
    public ExecutorException failureOf(RuntimeException failure) {
        if (isOutOfMemory(failure)) {
            return new ExecutorException.OutOfResources(
                    "The rows of a batch need more memory than is left for them. Read results faster, or fewer at once.");
        }
        if (process.isEndedWithin(END_WAIT)) {
            return new ExecutorException.EngineLost(LOST);
        }
        if (isDisconnected(failure)) {
            LOG.atWarn()
                    .addKeyValue("pid", pid())
                    .setCause(failure)
                    .log("the connection to the engine broke; the engine is ended");
            process.kill();
            return new ExecutorException.EngineLost(LOST);
        }
        return new ExecutorException.EngineFault("The engine did not answer as it should.", failure);
    }

    private static boolean isDisconnected(RuntimeException failure) {
        return failure instanceof FlightRuntimeException flight
                && flight.status().code() == FlightStatusCode.UNAVAILABLE;
    }

    private static boolean isOutOfMemory(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof OutOfMemoryException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
