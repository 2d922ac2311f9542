package io.sqe.executor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for what does not fit in memory: rows that policy may hide from everyone else on the machine. Each engine has one of its
 * own, which nobody but its user can look into. It goes with the engine: an engine that is killed cannot remove it, so that is for
 * whoever started it, or for the next one if that is killed too.
 */
public final class SpillFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);

    /** Of the free space of the disk, how much may be filled when nobody says otherwise. A guess: others need some too. */
    private static final double FREE_SPACE_SHARE_MAX = 0.5;

    private final Path path;

    private SpillFolder(Path path) {
        this.path = path;
    }

    /** A folder under {@code ~/.sqe}, not in a place that users share. */
    public static SpillFolder ofThisUser() {
        return in(Path.of(System.getProperty("user.home"), ".sqe", "spill"));
    }

    /** A folder of its own in one that is made if it does not exist; the caller closes it when the engine has ended. */
    public static SpillFolder in(Path parent) {
        try {
            Files.createDirectories(parent);
            removeLeftovers(parent);
            Path path = parent.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
            Files.createDirectory(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            return new SpillFolder(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a folder for spilled rows in " + parent, failure);
        }
    }

    public Path path() {
        return path;
    }

    /** The bytes that may be spilled if no limit was given. */
    public long bytesMax() {
        try {
            return Math.max(1, (long) (Files.getFileStore(path).getUsableSpace() * FREE_SPACE_SHARE_MAX));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot tell how much space is free in " + path, failure);
        }
    }

    @Override
    public void close() {
        remove(path);
    }

    /** Those of processes that are no more. */
    private static void removeLeftovers(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(SpillFolder::isLeftover).forEach(SpillFolder::remove);
        }
    }

    private static boolean isLeftover(Path folder) {
        String name = folder.getFileName().toString();
        boolean isOurs = name.matches("\\d{1,18}-[0-9a-f-]{36}");
        return isOurs
                && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
                        .isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(failure).log("spilled rows not removed");
        }
    }
}
