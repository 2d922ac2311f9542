package io.sqe.cli.execution;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears, or is replaced, only when all that belongs in it has been written: until then its content is in a file of
 * the same name with {@code .partial} behind it. What is no regular file, such as a named pipe, is written to directly.
 */
public final class FileTarget implements ResultTarget {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final Path file;
    private final Path written;
    private final OutputStream bytes;
    private final Writer text;
    private boolean complete;

    private FileTarget(Path file, Path written) throws IOException {
        this.file = file;
        this.written = written;
        this.bytes = new BufferedOutputStream(Files.newOutputStream(written), BUFFER_BYTES);
        this.text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    public static FileTarget open(Path file) throws IOException {
        boolean direct = Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return new FileTarget(file, direct ? file : partial(file));
    }

    /** Where the content is until it is complete. */
    public static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    public Path file() {
        return file;
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

    /** Nothing more will be written: {@link #close} puts the file in its place instead of dropping it. */
    public void complete() {
        complete = true;
    }

    @Override
    public void close() throws IOException {
        try (Writer closing = text) {
            closing.flush();
        } catch (IOException failure) {
            complete = false;
            throw failure;
        } finally {
            if (!written.equals(file)) {
                settle();
            }
        }
    }

    private void settle() throws IOException {
        if (complete) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(written);
        }
    }
}
