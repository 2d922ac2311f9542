package io.sqe.catalog.iceberg.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A local file to read. */
record LocalInputFile(String location) implements InputFile {

    @Override
    public long getLength() {
        try {
            return Files.size(path());
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e, "File does not exist: %s", location);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot read the size of %s", location);
        }
    }

    @Override
    public SeekableInputStream newStream() {
        try {
            return new BufferedChannelStream(FileChannel.open(path(), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new NotFoundException(e, "File does not exist: %s", location);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot open %s", location);
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(path());
    }

    /** Iceberg puts an input file into its messages as text. */
    @Override
    public String toString() {
        return location;
    }

    private Path path() {
        return LocalPath.of(location);
    }

    /** Reads a channel through a buffer, seeking within it for free. */
    private static final class BufferedChannelStream extends SeekableInputStream {
        private static final int BUFFER_BYTES = 64 * 1024;

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
        /** Where in the file the buffer begins. */
        private long bufferStart;

        private BufferedChannelStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() {
            return bufferStart + buffer.position();
        }

        @Override
        public void seek(long position) {
            long within = position - bufferStart;
            if (within >= 0 && within <= buffer.limit()) {
                buffer.position((int) within);
                return;
            }
            bufferStart = position;
            buffer.position(0).limit(0);
        }

        @Override
        public int read() throws IOException {
            return fill() ? Byte.toUnsignedInt(buffer.get()) : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(target, offset, count);
            return count;
        }

        @Override
        public int available() {
            return buffer.remaining();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        /** Answers whether there is a byte to read. */
        private boolean fill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            bufferStart += buffer.limit();
            buffer.clear();
            int count = channel.read(buffer, bufferStart);
            buffer.position(0).limit(Math.max(count, 0));
            return count > 0;
        }
    }
}
