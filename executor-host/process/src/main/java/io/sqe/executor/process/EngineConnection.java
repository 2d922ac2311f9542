package io.sqe.executor.process;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.wire.BearerToken;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.TraceHeader;
import io.sqe.executor.wire.WireFailures;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.FragmentCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.CallOptions;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;

/** Calls to one engine, each of which shows the engine's token. Connects with the first call. Closed by whoever opened it. */
final class EngineConnection implements AutoCloseable {
    private final FlightClient client;
    private final BearerToken token;

    private EngineConnection(FlightClient client, BearerToken token) {
        this.client = client;
        this.token = token;
    }

    static EngineConnection open(Location location, BearerToken token, BufferAllocator allocator) {
        return new EngineConnection(FlightClient.builder(allocator, location).build(), token);
    }

    private CallOption headers(Optional<String> traceparent) {
        var headers = new FlightCallHeaders();
        headers.insert(BearerToken.HEADER, token.header());
        traceparent.ifPresent(place -> headers.insert(TraceHeader.NAME, place));
        return new HeaderCallOption(headers);
    }

    /** Has a fragment run, as part of a trace if there is one. */
    FlightStream open(FragmentCall call, Optional<String> traceparent) {
        return client.getStream(new Ticket(call.toByteArray()), headers(traceparent));
    }

    /**
     * Asks and waits for the answer, no longer than told.
     *
     * @throws ExecutorException what the engine answered
     * @throws FlightRuntimeException if it did not answer
     */
    ActionAnswer ask(EngineAction action, byte[] body, Duration wait) {
        try {
            var results = client.doAction(
                    new Action(action.name(), body),
                    headers(Optional.empty()),
                    CallOptions.timeout(wait.toMillis(), TimeUnit.MILLISECONDS));
            ActionAnswer answer = ActionAnswer.parseFrom(results.next().getBody());
            if (answer.hasFailure()) {
                throw WireFailures.decode(answer.getFailure());
            }
            return answer;
        } catch (InvalidProtocolBufferException damaged) {
            throw new ExecutorException.EngineFault("The engine's answer cannot be read.", damaged);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
