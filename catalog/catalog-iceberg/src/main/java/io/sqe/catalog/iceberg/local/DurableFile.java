package io.sqe.catalog.iceberg.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * A file being written that is forced to the disk, and takes its final name, when it is closed. A failed write leaves nothing
 * behind.
 *
 * <p>A commit points at metadata files. Were one of them lost in a power cut after the commit, the table would be damaged; so
 * both the file and the folder that names it are forced before anything can point there.
 */
final class DurableFile extends PositionOutputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path written;
    private final Path target;
    private final FileChannel channel;
    private final Durability durability;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long flushedBytes;
    private boolean failed;
    private boolean closed;

    private DurableFile(Path written, Path target, FileChannel channel, Durability durability) {
        this.written = written;
        this.target = target;
        this.channel = channel;
        this.durability = durability;
    }

    static DurableFile open(Path written, Path target, StandardOpenOption creation, Durability durability)
            throws IOException {
        var options = new OpenOption[] {StandardOpenOption.WRITE, creation};
        FileChannel channel = FileChannel.open(written, options);
        if (creation == StandardOpenOption.CREATE) {
            channel.truncate(0);
        }
        return new DurableFile(written, target, channel, durability);
    }

    @Override
    public long getPos() {
        return flushedBytes + buffer.position();
    }

    @Override
    public long storedLength() {
        return getPos();
    }

    @Override
    public void write(int value) throws IOException {
        if (!buffer.hasRemaining()) {
            flushBuffer();
        }
        buffer.put((byte) value);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!buffer.hasRemaining()) {
                flushBuffer();
            }
            int count = Math.min(length - done, buffer.remaining());
            buffer.put(source, offset + done, count);
            done += count;
        }
    }

    @Override
    public void flush() throws IOException {
        flushBuffer();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            if (!failed) {
                flushBuffer();
                if (durability == Durability.POWER_CUT) {
                    channel.force(true);
                }
                publish();
            }
        } catch (IOException e) {
            failed = true;
            throw e;
        } finally {
            if (failed) {
                Files.deleteIfExists(written);
            }
        }
    }

    private void publish() throws IOException {
        if (!written.equals(target)) {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Path folder = target.getParent();
        if (folder != null && durability == Durability.POWER_CUT) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private void flushBuffer() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                flushedBytes += channel.write(buffer);
            }
        } catch (IOException e) {
            failed = true;
            throw e;
        } finally {
            buffer.clear();
        }
    }
}
