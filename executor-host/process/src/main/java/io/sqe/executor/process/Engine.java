package io.sqe.executor.process;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireFailures;
import io.sqe.executor.wire.WireOptions;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.FragmentCall;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One engine in one process, and the connection to it. It belongs to whoever started it and to each fragment on it; the last to
 * {@link #release} it closes the connection, since rows outlive the process that made them.
 */
final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final String LOST =
            "The engine ended while it ran the query. Another one is started; send the query again.";

    /** Between the end of a connection and that of the process behind it. */
    private static final Duration END_WAIT = Duration.ofMillis(500);

    private final EngineProcess process;
    private final SpillFolder spill;
    private final FlightClient client;
    private final CallOption token;
    private int owners = 1;

    private Engine(EngineProcess process, SpillFolder spill, FlightClient client, CallOption token) {
        this.process = process;
        this.spill = spill;
        this.client = client;
        this.token = token;
    }

    /** Starts a process and waits until it listens. The caller retires the engine. */
    static Engine start(EngineProcessOptions options, BufferAllocator allocator)
            throws IOException, InterruptedException {
        var token = BearerToken.random();
        SpillFolder spill = SpillFolder.create(options.engine().spillFolder());
        ExecutorOptions engine = spill.allowedTo(options.engine());
        EngineProcess process = null;
        try {
            process = EngineProcess.start(EngineCommand.of(options), WireOptions.encode(engine, token));
            int port = process.awaitPort(options.startWait());
            FlightClient client = FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", port))
                    .build();
            return new Engine(process, spill, client, header(token));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            if (process != null) {
                process.kill();
            }
            spill.delete();
            throw failure;
        }
    }

    private static CallOption header(BearerToken token) {
        var headers = new FlightCallHeaders();
        headers.insert(BearerToken.HEADER, token.header());
        return new HeaderCallOption(headers);
    }

    long pid() {
        return process.pid();
    }

    /** Takes a share in the engine unless its process has ended; whoever got one releases it. */
    synchronized boolean isJoined() {
        if (owners == 0 || !process.isAlive()) {
            return false;
        }
        owners++;
        return true;
    }

    void release() {
        if (isLastOwner()) {
            try {
                client.close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
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
        process.kill();
        spill.delete();
        release();
    }

    FlightStream open(FragmentCall call) {
        return client.getStream(new Ticket(call.toByteArray()), token);
    }

    /** Asks and waits for the answer, no longer than told. */
    ActionAnswer ask(EngineAction action, byte[] body, Duration wait) {
        try {
            var results = client.doAction(
                    new Action(action.name(), body),
                    token,
                    CallOptions.timeout(wait.toMillis(), TimeUnit.MILLISECONDS));
            ActionAnswer answer = ActionAnswer.parseFrom(results.next().getBody());
            if (answer.hasFailure()) {
                throw WireFailures.decode(answer.getFailure());
            }
            return answer;
        } catch (FlightRuntimeException failure) {
            throw failureOf(failure);
        } catch (InvalidProtocolBufferException damaged) {
            throw new ExecutorException.EngineFault("The engine's answer cannot be read.", damaged);
        }
    }

    /** What the end of a call means. Once an engine is said to be lost, its process has ended for certain. */
    ExecutorException failureOf(RuntimeException failure) {
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
