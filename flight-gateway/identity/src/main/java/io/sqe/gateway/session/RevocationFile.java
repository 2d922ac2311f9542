package io.sqe.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file that coordinators tell each other of ended sessions by, a line each. There is no token in it: a session by its id, a user
 * by a digest of the name. It survives a restart. Lines whose time is over are taken out by whoever opens it.
 */
final class RevocationFile {
    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);

    private final Path file;
    private Optional<State> seen = Optional.empty();

    /** @throws UncheckedIOException if it cannot be written */
    RevocationFile(Path file, Instant now) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            locked(channel -> {
                List<String> current = lines(channel).stream()
                        .filter(line -> Revocation.parse(line)
                                .filter(one -> one.until().isAfter(now))
                                .isPresent())
                        .toList();
                channel.truncate(0);
                write(channel, current);
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot use the list of ended sessions " + file, failure);
        }
    }

    void append(Revocation revocation) {
        try {
            locked(channel -> {
                channel.position(channel.size());
                write(channel, List.of(revocation.line()));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot tell other coordinators of an ended session, nor keep it over a restart: " + file, failure);
        }
    }

    /** All that is in it, if it has changed since it was read last. */
    Optional<List<Revocation>> readIfChanged() {
        try {
            State now = State.of(file);
            if (seen.filter(now::equals).isPresent()) {
                return Optional.empty();
            }
            List<Revocation> all = Files.readAllLines(file).stream()
                    .flatMap(line -> Revocation.parse(line).stream())
                    .toList();
            seen = Optional.of(now);
            return Optional.of(all);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the list of ended sessions " + file, failure);
        }
    }

    private void locked(Change change) throws IOException {
        synchronized (RevocationFile.class) {
            try (FileChannel channel = FileChannel.open(
                            file,
                            APPENDING,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    FileLock _ = channel.lock()) {
                change.apply(channel);
                channel.force(true);
            }
        }
    }

    private static List<String> lines(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
    }

    private static void write(FileChannel channel, List<String> lines) throws IOException {
        for (String line : lines) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Something done while no other process does. */
    private interface Change {
        void apply(FileChannel channel) throws IOException;
    }

    private record State(FileTime modified, long size) {
        static State of(Path file) throws IOException {
            return new State(Files.getLastModifiedTime(file), Files.size(file));
        }
    }
}
