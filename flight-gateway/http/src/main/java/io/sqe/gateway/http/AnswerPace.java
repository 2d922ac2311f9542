package io.sqe.gateway.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long the client of one connection has read nothing of what we write. Large answers are written piece by piece, for a piece that the
 * network has taken is progress. A client that hangs up ends its connection and is no fault to be logged.
 */
final class AnswerPace implements DataWriter {
    private static final int PIECE_BYTES = 64 << 10;
    private static final long NOT_WRITING = Long.MAX_VALUE;

    /** The network alone may take that long with what is read; only later is it the client that we wait for. */
    private static final long NETWORK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataWriter writer;
    private final ConnectionLimits limits;
    private volatile long writingSince = NOT_WRITING;

    AnswerPace(DataWriter writer, ConnectionLimits limits) {
        this.writer = writer;
        this.limits = limits;
    }

    boolean isWriting() {
        return writingSince != NOT_WRITING;
    }

    /**
     * What the client has let us wait until now; empty while it reads.
     *
     * @param now by {@link System#nanoTime()}
     */
    Optional<Wait> waiting(long now) {
        long since = writingSince;
        if (since == NOT_WRITING || now - since < NETWORK_NANOS) {
            return Optional.empty();
        }
        return Optional.of(new Wait(now - since, limits.answerTimeout()));
    }

    @Override
    public void write(BufferData... buffers) {
        writeNow(buffers);
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        if (buffer.available() <= PIECE_BYTES) {
            writePiece(buffer);
            return;
        }
        // to the end, for several of Helidon's buffers do not write rightly what is left when they have been read from
        while (buffer.available() > 0) {
            byte[] piece = new byte[Math.min(PIECE_BYTES, buffer.available())];
            writePiece(BufferData.create(piece, 0, buffer.read(piece)));
        }
    }

    private void writePiece(BufferData piece) {
        writingSince = System.nanoTime();
        try {
            writer.writeNow(piece);
        } catch (UncheckedIOException gone) {
            throw new CloseConnectionException("The client has gone, or has been cut off", gone);
        } finally {
            writingSince = NOT_WRITING;
        }
    }
}
