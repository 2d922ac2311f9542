package io.sqe.executor.process;

import com.google.protobuf.InvalidProtocolBufferException;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.OperatorProfile;
import io.sqe.executor.wire.WireFailures;
import io.sqe.executor.wire.WireProfiles;
import io.sqe.fragment.v1.StreamEnd;
import io.sqe.fragment.v1.StreamNotice;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** The batches of a fragment as they come from the engine's process. */
final class RemoteRows implements ArrowStream {
    private final EngineLink engine;
    private final FlightStream stream;
    private final BooleanSupplier isCancelled;
    private @Nullable StreamEnd end;
    private boolean isOver;

    RemoteRows(EngineLink engine, FlightStream stream, BooleanSupplier isCancelled) {
        this.engine = engine;
        this.stream = stream;
        this.isCancelled = isCancelled;
    }

    /** Waits until the schema is known. */
    void awaitStart() {
        Schema schema;
        try {
            schema = stream.getSchema();
        } catch (RuntimeException failure) {
            throw failureOf(failure);
        }
        Optional<ExecutorException> refusal = WireFailures.failureIn(schema);
        if (refusal.isPresent()) {
            drain();
            throw refusal.get();
        }
    }

    @Override
    public Schema schema() {
        return stream.getSchema();
    }

    @Override
    public boolean loadNext() {
        if (isOver) {
            return false;
        }
        if (isCancelled.getAsBoolean()) {
            throw new ExecutorException.Cancelled();
        }
        try {
            return isLoaded();
        } catch (ExecutorException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw failureOf(failure);
        }
    }

    /** Whether a batch came; if not, the stream has come to its end. */
    private boolean isLoaded() {
        if (!stream.next()) {
            throw new ExecutorException.EngineFault(
                    "The engine's answer has no end.", new IllegalStateException("The stream was cut"));
        }
        ArrowBuf metadata = stream.getLatestMetadata();
        if (metadata == null) {
            return true;
        }
        StreamNotice notice = read(metadata);
        drain();
        if (notice.hasFailure()) {
            throw WireFailures.decode(notice.getFailure());
        }
        end = notice.getEnd();
        return false;
    }

    /** The end of the stream comes when the engine has let go of everything. */
    private void drain() {
        boolean isMore = true;
        while (isMore) {
            isMore = stream.next();
        }
        isOver = true;
    }

    private static StreamNotice read(ArrowBuf metadata) {
        try {
            return StreamNotice.parseFrom(metadata.nioBuffer());
        } catch (InvalidProtocolBufferException damaged) {
            throw new ExecutorException.EngineFault("The engine's answer cannot be read.", damaged);
        }
    }

    private ExecutorException failureOf(RuntimeException failure) {
        if (failure.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new ExecutorException.Cancelled();
        }
        return isCancelled.getAsBoolean() ? new ExecutorException.Cancelled() : engine.failureOf(failure);
    }

    /** Whether the engine has let go of the fragment. */
    boolean isOver() {
        return isOver;
    }

    Optional<OperatorProfile> profile() {
        return Optional.ofNullable(end)
                .filter(StreamEnd::hasProfile)
                .map(last -> WireProfiles.decode(last.getProfile()));
    }

    @Override
    public VectorSchemaRoot batch() {
        return stream.getRoot();
    }

    /** Rows are closed with their fragment, which tells the engine. */
    @Override
    public void close() {}
}
