package io.sqe.executor.host;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.wire.EngineAction;
import io.sqe.executor.wire.WireFailures;
import io.sqe.executor.wire.WireFragments;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.v1.ActionAnswer;
import io.sqe.fragment.v1.EngineProgress;
import io.sqe.fragment.v1.FileRead;
import io.sqe.fragment.v1.FragmentCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine answers: DoGet runs a fragment, actions are the rest of an executor's contract. */
final class EngineProducer extends NoOpFlightProducer {
    private static final Logger LOG = LoggerFactory.getLogger(EngineProducer.class);

    private final Executor executor;
    private final BufferAllocator allocator;
    private final ExecutorService threads;
    private final FragmentObserver observer;
    private final Calls calls = new Calls();

    EngineProducer(Executor executor, BufferAllocator allocator, ExecutorService threads, FragmentObserver observer) {
        this.executor = executor;
        this.allocator = allocator;
        this.threads = threads;
        this.observer = observer;
    }

    void refuseNew() {
        calls.refuseNew();
    }

    void awaitNone(Duration wait) throws InterruptedException {
        calls.awaitNone(wait);
    }

    void cancelAll() {
        calls.cancelAll();
    }

    /** Returns at once: gRPC tells of a dropped call on the thread that this is called on. */
    @Override
    public void getStream(CallContext context, Ticket ticket, ServerStreamListener listener) {
        try {
            FragmentCall call = FragmentCall.parseFrom(ticket.getBytes());
            var streaming = new FragmentStreaming(
                    executor,
                    allocator,
                    calls.begin(call.getCall()),
                    listener,
                    observer,
                    context.getMiddleware(TokenCheck.KEY).traceparent());
            threads.execute(() -> streaming.run(call));
        } catch (InvalidProtocolBufferException damaged) {
            listener.error(CallStatus.INVALID_ARGUMENT
                    .withDescription("The ticket is no fragment")
                    .withCause(damaged)
                    .toRuntimeException());
        }
    }

    @Override
    public void doAction(CallContext context, Action action, StreamListener<Result> listener) {
        listener.onNext(new Result(answer(action).toByteArray()));
        listener.onCompleted();
    }

    private ActionAnswer answer(Action action) {
        try {
            return answerOf(EngineAction.valueOf(action.getType()), action.getBody());
        } catch (InvalidProtocolBufferException | InterruptedException | RuntimeException failure) {
            return ActionAnswer.newBuilder()
                    .setFailure(WireFailures.encode(told(failure, "", Optional.empty())))
                    .build();
        }
    }

    private ActionAnswer answerOf(EngineAction action, byte[] body)
            throws InvalidProtocolBufferException, InterruptedException {
        var answer = ActionAnswer.newBuilder();
        switch (action) {
            case EXPLAIN -> answer.setText(executor.explain(WireFragments.fragment(FragmentCall.parseFrom(body))));
            case DESCRIBE ->
                answer.setSchema(ByteString.copyFrom(
                        executor.describe(FileRead.parseFrom(body)).serializeAsMessage()));
            case PROGRESS -> answer.setProgress(WireProfiles.encode(calls.progress(name(body))));
            case MEMORY -> answer.setHoldings(WireProfiles.encode(executor.memory()));
            case DATA_CACHE -> answer.setDataCache(WireProfiles.encode(executor.dataCache()));
            case HEALTH -> {
                calls.failIfRefusing();
                answer.setProgress(EngineProgress.getDefaultInstance());
            }
            case END -> {
                calls.end(name(body));
                answer.setProgress(EngineProgress.getDefaultInstance());
            }
        }
        return answer.build();
    }

    private static String name(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What the caller is told of a failure; its cause stays in the log, under the names by which the caller's log knows it. */
    static ExecutorException told(Exception failure, String query, Optional<String> traceparent) {
        if (failure instanceof ExecutorException known) {
            return known;
        }
        LOG.atError()
                .addKeyValue("query", query)
                .addKeyValue("traceparent", traceparent.orElse(""))
                .setCause(failure)
                .log("the engine failed by a fault of its own");
        return new ExecutorException.EngineFault(
                "The engine failed by a fault of its own; the log has the cause.", failure);
    }
}
