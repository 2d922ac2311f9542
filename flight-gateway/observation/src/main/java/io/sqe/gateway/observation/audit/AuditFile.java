package io.sqe.gateway.observation.audit;

import io.sqe.gateway.observation.sql.NormalSql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file that is appended to, and those it was before. Used by one thread at a time. */
final class AuditFile implements AuditLines {
    /** Where the last line of a file is looked for. */
    private static final int TAIL_BYTES = 4 << 20;

    private final Path file;
    private FileChannel channel;
    private ChainLink last;
    private Optional<Torn> torn = Optional.empty();

    /** Opens the file, makes it if need be, and takes off a line that was not finished. */
    AuditFile(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        Files.createDirectories(this.file.resolveSibling(".").normalize());
        this.channel = open();
        this.last = recover();
    }

    private FileChannel open() throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersAlone = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        FileChannel opened = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownersAlone);
        opened.position(opened.size());
        return opened;
    }

    private ChainLink recover() throws IOException {
        String tail = tail(channel);
        int end = tail.lastIndexOf('\n') + 1;
        if (end < tail.length()) {
            String unfinished = tail.substring(end);
            int bytes = unfinished.getBytes(StandardCharsets.UTF_8).length;
            torn = Optional.of(new Torn(bytes, NormalSql.sha256(unfinished)));
            channel.truncate(channel.size() - bytes);
            channel.position(channel.size());
        }
        Optional<ChainLink> link = lastLink(tail.substring(0, end));
        return link.isPresent() || end > 0 ? link.orElseThrow(() -> brokenChain(file)) : lastRotated();
    }

    /** A file that was just begun goes on from the one before. */
    private ChainLink lastRotated() throws IOException {
        Optional<Path> before = rotated();
        if (before.isEmpty()) {
            return ChainLink.START;
        }
        try (FileChannel older = FileChannel.open(before.get(), StandardOpenOption.READ)) {
            return lastLink(tail(older)).orElseThrow(() -> brokenChain(before.get()));
        }
    }

    private Optional<Path> rotated() throws IOException {
        String prefix = file.getFileName() + ".";
        try (Stream<Path> siblings = Files.list(file.resolveSibling(".").normalize())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(path -> path.getFileName()
                            .toString()
                            .substring(prefix.length())
                            .matches("\\d{12}"))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    private static IOException brokenChain(Path file) {
        return new IOException(
                "The audit log %s does not end with a sealed line. Move it away to begin a new one.".formatted(file));
    }

    private static String tail(FileChannel from) throws IOException {
        long start = Math.max(0, from.size() - TAIL_BYTES);
        ByteBuffer buffer = ByteBuffer.allocate((int) (from.size() - start));
        long at = start;
        while (buffer.hasRemaining()) {
            int read = from.read(buffer, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    private static Optional<ChainLink> lastLink(String lines) {
        String[] all = lines.split("\n");
        return ChainLink.of(all[all.length - 1]);
    }

    /** What was taken off when the file was opened. */
    Optional<Torn> torn() {
        return torn;
    }

    @Override
    public void append(String entry) throws IOException {
        long start = channel.position();
        ByteBuffer line = ByteBuffer.wrap((last.seal(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException failure) {
            channel.truncate(start);
            channel.position(start);
            throw failure;
        }
        last = last.next(entry);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    /** The old one is kept under the number of its last entry. */
    @Override
    public void rotate() throws IOException {
        Path kept = file.resolveSibling("%s.%012d".formatted(file.getFileName(), last.sequence()));
        channel.force(true);
        Files.move(file, kept);
        channel.close();
        channel = open();
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }

    /** An unfinished line. */
    record Torn(int bytes, String hash) {}
}
