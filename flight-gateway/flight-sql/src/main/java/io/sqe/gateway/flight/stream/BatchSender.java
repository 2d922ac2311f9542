package io.sqe.gateway.flight.stream;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.failure.WireFailure;
import java.time.Duration;
import java.util.Optional;
import org.apache.arrow.flight.CompressedBatches;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.jspecify.annotations.Nullable;

/**
 * Sends one result. Made on the call's thread, so that no event of the call is missed; run on a thread that may be inside the
 * engine. A reader that leaves stops the query, wherever it is.
 */
public final class BatchSender implements Runnable {
    private final OutgoingRows rows;
    private final ServerStreamListener listener;
    private final BufferAllocator allocator;
    private final int batchBytes;
    private final Duration stalledMax;
    private final Optional<CompressionCodec> codec;
    private final ReadySignal ready = new ReadySignal();
    private @Nullable OutgoingBatch outgoing;

    /**
     * @param allocator for results without a column
     * @param batchBytes bytes of one message, about
     * @param stalledMax how long the reader may read nothing
     * @param codec compresses the batches
     */
    public BatchSender(
            OutgoingRows rows,
            ServerStreamListener listener,
            BufferAllocator allocator,
            int batchBytes,
            Duration stalledMax,
            Optional<CompressionCodec> codec) {
        this.codec = codec;
        this.rows = rows;
        this.listener = listener;
        this.allocator = allocator;
        this.batchBytes = batchBytes;
        this.stalledMax = stalledMax;
        listener.setUseZeroCopy(true);
        listener.setOnReadyHandler(ready::raise);
        listener.setOnCancelHandler(() -> {
            rows.cancel();
            ready.raise();
        });
    }

    @Override
    public void run() {
        Optional<RuntimeException> failure = sendAll();
        if (failure.isPresent()) {
            listener.error(failure.get());
        } else if (!listener.isCancelled()) {
            listener.completed();
        }
    }

    /** Everything is freed when this returns; the failure if there was one. */
    private Optional<RuntimeException> sendAll() {
        try (rows) {
            ArrowStream stream = rows.open();
            while (!listener.isCancelled() && stream.loadNext()) {
                send(stream.batch());
            }
            if (outgoing == null) {
                start(stream, allocator);
            }
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | AssertionError | OutOfMemoryError failure) {
            return Optional.of(WireFailure.of(failure, rows.queryId()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(
                    WireFailure.of(new CallRefusedException(Reason.TOO_LATE, "The service is shutting down.")));
        } finally {
            closeOutgoing();
        }
    }

    private void send(VectorSchemaRoot batch) throws InterruptedException {
        OutgoingBatch message = outgoing == null ? start(rows.open(), allocatorOf(batch)) : outgoing;
        int rowsPerMessage = message.rowsPerMessage(batch);
        int rowCount = batch.getRowCount();
        for (int start = 0; start < rowCount; start += rowsPerMessage) {
            awaitReader();
            if (listener.isCancelled()) {
                return;
            }
            message.take(batch, start, Math.min(rowsPerMessage, rowCount - start));
            listener.putNext();
            message.release();
        }
    }

    /** The batch's own allocator: buffers cannot move to one of another root. */
    private BufferAllocator allocatorOf(VectorSchemaRoot batch) {
        return batch.getFieldVectors().isEmpty()
                ? allocator
                : batch.getVector(0).getAllocator();
    }

    private OutgoingBatch start(ArrowStream stream, BufferAllocator of) {
        OutgoingBatch message = new OutgoingBatch(stream.schema(), of, batchBytes);
        outgoing = message;
        listener.start(message.root());
        codec.ifPresent(how -> CompressedBatches.begin(listener, message.root(), how));
        return message;
    }

    private void awaitReader() throws InterruptedException {
        if (!ready.await(() -> listener.isReady() || listener.isCancelled(), stalledMax)) {
            throw new CallRefusedException(
                    Reason.LIMIT_REACHED,
                    "Nothing of the result was read for %d seconds (stalled-reader-max)."
                            .formatted(stalledMax.toSeconds()));
        }
    }

    private void closeOutgoing() {
        if (outgoing != null) {
            outgoing.close();
        }
    }
}
