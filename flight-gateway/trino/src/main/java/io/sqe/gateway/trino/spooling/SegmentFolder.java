package io.sqe.gateway.trino.spooling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this server's own for segments, which nobody but its user can look into. A lock beside it says that the server lives:
 * the kernel drops it with the process however that ends, and the next server removes what is not locked. Numbers of processes would
 * not do, since a server in a container has the same one each time.
 */
final class SegmentFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);
    private static final String LOCK = ".lock";
    private static final String LOCK_NAME = "[0-9a-f-]{36}\\.lock";

    private final Path path;
    private final Path lockFile;
    private final FileChannel lock;

    private SegmentFolder(Path path, Path lockFile, FileChannel lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes a folder, and removes those of servers that are no more. */
    static SegmentFolder in(Path parent) {
        try {
            Files.createDirectories(parent);
            removeLeftovers(parent);
            Optional<SegmentFolder> made = make(parent);
            while (made.isEmpty()) {
                made = make(parent);
            }
            return made.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot make a folder for spooled results in %s (spooling.directory)".formatted(parent), failure);
        }
    }

    /** Empty if another server has taken the new lock for a dead one's before it was locked. */
    private static Optional<SegmentFolder> make(Path parent) throws IOException {
        String name = UUID.randomUUID().toString();
        Path lockFile = parent.resolve(name + LOCK);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (!isLocked(lock) || !Files.exists(lockFile)) {
            lock.close();
            return Optional.empty();
        }
        Path path = Files.createDirectory(parent.resolve(name));
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return Optional.of(new SegmentFolder(path, lockFile, lock));
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> locks = files.filter(
                            file -> file.getFileName().toString().matches(LOCK_NAME))
                    .toList();
            for (Path lockFile : locks) {
                removeIfLeft(lockFile);
            }
        }
    }

    private static void removeIfLeft(Path lockFile) throws IOException {
        try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (isLocked(lock)) {
                String name = lockFile.getFileName().toString();
                remove(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lockFile);
                LOG.atInfo().addKeyValue("folder", lockFile).log("spooled results of a server that is no more removed");
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
        try {
            Files.deleteIfExists(lockFile);
            lock.close();
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("file", lockFile).setCause(failure).log("lock of spooled results not removed");
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(failure).log("spooled results not removed");
        }
    }
}
