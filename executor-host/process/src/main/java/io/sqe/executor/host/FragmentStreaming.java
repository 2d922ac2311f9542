package io.sqe.executor.host;

import com.google.protobuf.MessageLite;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.Executor;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.host.Calls.Call;
import io.sqe.executor.host.FragmentObserver.Outcome;
import io.sqe.executor.wire.WireFailures;
import io.sqe.executor.wire.WireFragments;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.v1.FragmentCall;
import io.sqe.fragment.v1.StreamEnd;
import io.sqe.fragment.v1.StreamNotice;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.flight.BackpressureStrategy.CallbackBackpressureStrategy;
import org.apache.arrow.flight.BackpressureStrategy.WaitResult;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** One fragment on its way to the caller: as fast as the caller reads, and no longer than it wants to. */
final class FragmentStreaming {
    private final Executor executor;
    private final BufferAllocator allocator;
    private final Call call;
    private final ServerStreamListener listener;
    private final CallbackBackpressureStrategy backPressure;
    private final FragmentObserver observer;
    private final Optional<String> traceparent;
    private final long startNanos = System.nanoTime();
    private boolean isStarted;
    private long rowsSent;

    /** Made on the thread that hears of a dropped call, so that none is missed. */
    FragmentStreaming(
            Executor executor,
            BufferAllocator allocator,
            Call call,
            ServerStreamListener listener,
            FragmentObserver observer,
            Optional<String> traceparent) {
        this.executor = executor;
        this.observer = observer;
        this.traceparent = traceparent;
        this.allocator = allocator;
        this.call = call;
        this.listener = listener;
        this.backPressure = new CallbackBackpressureStrategy() {
            @Override
            protected void cancelCallback() {
                call.cancellation().request();
            }
        };
        backPressure.register(listener);
    }

    /** Runs the fragment to its end. When the caller has read that, nothing of it runs any more. */
    void run(FragmentCall asked) {
        try {
            StreamNotice last = result(asked);
            tellObserver(last);
            notify(last);
            listener.completed();
        } catch (RuntimeException failure) {
            listener.error(failure);
        }
    }

    private void tellObserver(StreamNotice last) {
        observer.ended(
                last.hasFailure() ? Outcome.FAILURE : Outcome.SUCCESS,
                Duration.ofNanos(System.nanoTime() - startNanos),
                rowsSent);
    }

    private StreamNotice result(FragmentCall asked) {
        try (call;
                RunningFragment running = start(asked)) {
            return call.with(running, this::stream);
        } catch (RuntimeException failure) {
            ExecutorException told = EngineProducer.told(failure, asked.getQuery(), traceparent);
            return StreamNotice.newBuilder()
                    .setFailure(WireFailures.encode(told))
                    .build();
        }
    }

    private RunningFragment start(FragmentCall asked) {
        call.failIfRefused();
        return executor.start(
                WireFragments.fragment(asked), WireFragments.options(asked).tracedAs(traceparent), call.cancellation());
    }

    private StreamNotice stream(RunningFragment running) {
        ArrowStream rows = running.rows();
        try (VectorSchemaRoot sent = VectorSchemaRoot.create(rows.schema(), allocator)) {
            begin(sent);
            while (rows.loadNext()) {
                take(rows.batch(), sent);
                awaitReader();
                rowsSent += sent.getRowCount();
                listener.putNext();
                sent.clear();
            }
        }
        var end = StreamEnd.newBuilder();
        running.profile().ifPresent(profile -> end.setProfile(WireProfiles.encode(profile)));
        return StreamNotice.newBuilder().setEnd(end).build();
    }

    private void begin(VectorSchemaRoot sent) {
        listener.setUseZeroCopy(true);
        listener.start(sent);
        isStarted = true;
    }

    /** An executor may change the root of its batches; Flight sends from one. */
    private static void take(VectorSchemaRoot batch, VectorSchemaRoot sent) {
        for (int i = 0; i < batch.getFieldVectors().size(); i++) {
            batch.getVector(i).makeTransferPair(sent.getVector(i)).transfer();
        }
        sent.setRowCount(batch.getRowCount());
    }

    private void awaitReader() {
        if (backPressure.waitForListener(0) != WaitResult.READY) {
            throw new ExecutorException.Cancelled();
        }
    }

    private void notify(StreamNotice last) {
        if (!isStarted) {
            refuse(WireFailures.decode(last.getFailure()));
            return;
        }
        listener.putMetadata(buffer(last));
    }

    private void refuse(ExecutorException failure) {
        try (VectorSchemaRoot nothing = VectorSchemaRoot.create(WireFailures.schemaOf(failure), allocator)) {
            listener.start(nothing);
        }
    }

    /** Released by whoever sends it. */
    private ArrowBuf buffer(MessageLite message) {
        byte[] bytes = message.toByteArray();
        ArrowBuf buffer = allocator.buffer(bytes.length);
        buffer.writeBytes(bytes);
        return buffer;
    }
}
