package io.sqe.cli.execution;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output, in UTF-8. */
public final class StreamTarget implements ResultTarget {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream bytes;
    private final Writer text;

    public StreamTarget(OutputStream out) {
        this(out, () -> {});
    }

    /**
     * Opens the stream.
     *
     * @param beforeWrite called before anything reaches the stream
     */
    public StreamTarget(OutputStream out, Runnable beforeWrite) {
        this.bytes = new BufferedOutputStream(new PipeOutput(out, beforeWrite), BUFFER_BYTES);
        this.text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_BYTES);
    }

    @Override
    public Writer text() {
        return text;
    }

    @Override
    public OutputStream bytes() {
        return bytes;
    }

    @Override
    public void resultEnded() throws IOException {
        text.flush();
    }

    /** Leaves the stream open: it is the process's own. */
    @Override
    public void close() throws IOException {
        text.flush();
    }

    /** Tells a reader that has gone from a disk that is full. */
    private static final class PipeOutput extends FilterOutputStream {
        private final Runnable beforeWrite;

        PipeOutput(OutputStream out, Runnable beforeWrite) {
            super(out);
            this.beforeWrite = beforeWrite;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            beforeWrite.run();
            try {
                out.write(source, offset, length);
            } catch (IOException failure) {
                throw isClosedPipe(failure) ? new ClosedPipeException(failure) : failure;
            }
        }

        private static boolean isClosedPipe(IOException failure) {
            String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
            return message.contains("broken pipe") || message.contains("pipe is being closed");
        }
    }
}
