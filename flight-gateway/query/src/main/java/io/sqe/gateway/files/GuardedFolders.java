package io.sqe.gateway.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Folders whose files nobody may name in SQL: a warehouse's files are read through its catalog, under policy, or not at all.
 *
 * <p>A name is a plain path, wildcards allowed. Whatever else the engine would make a path of (a URI, {@code ~}) counts as a
 * match: it might mean a guarded file.
 */
public final class GuardedFolders {
    /** Files and folders below a wildcard that are looked at; what has more counts as a match. */
    private static final int ENTRIES_MAX = 20_000;

    private static final Pattern URI_SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final List<Path> folders;

    public GuardedFolders(List<Path> folders) {
        this.folders = folders.stream().map(GuardedFolders::real).toList();
    }

    /** Whether a location, a glob included, could mean a file in one of the folders. */
    public boolean mayMatch(String location) {
        if (!isPlainPath(location)) {
            return true;
        }
        String fixed = beforeWildcard(location);
        Path start = real(Path.of(fixed.isEmpty() ? "." : fixed));
        if (isGuarded(start)) {
            return true;
        }
        return fixed.length() < location.length()
                && reachesGuarded(start, levelsBelow(location.substring(fixed.length())));
    }

    /** Whether a location is what it says, with nothing that an engine would replace. */
    public static boolean isPlainPath(String location) {
        return !location.startsWith("~")
                && location.indexOf('\0') < 0
                && !URI_SCHEME.matcher(location).matches();
    }

    private boolean isGuarded(Path real) {
        return folders.stream().anyMatch(real::startsWith);
    }

    /** How far below its fixed part a glob can reach. */
    private static int levelsBelow(String glob) {
        return glob.contains("**")
                ? Integer.MAX_VALUE
                : 1
                        + Math.toIntExact(
                                glob.chars().filter(letter -> letter == '/').count());
    }

    /** Whether a walk over all that is below, links followed, comes to a guarded file or folder. */
    private boolean reachesGuarded(Path start, int levels) {
        if (!Files.isDirectory(start)) {
            return false;
        }
        AtomicBoolean isFound = new AtomicBoolean();
        AtomicInteger entries = new AtomicInteger();
        try {
            Files.walkFileTree(start, Set.of(FileVisitOption.FOLLOW_LINKS), levels, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    return look(folder.toRealPath());
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    // A folder at the end of the walk is no file that the glob could mean.
                    return attributes.isDirectory() ? FileVisitResult.CONTINUE : look(file.toRealPath());
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    // What cannot be visited cannot be read; a loop of links leads to what was visited.
                    return FileVisitResult.CONTINUE;
                }

                private FileVisitResult look(Path real) {
                    boolean isEnough = isGuarded(real) || entries.incrementAndGet() > ENTRIES_MAX;
                    isFound.compareAndSet(false, isEnough);
                    return isEnough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }
            });
            return isFound.get();
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** The folders of a location down to the first that has a wildcard; all of a location without one. */
    private static String beforeWildcard(String location) {
        int wildcard = indexOfWildcard(location);
        return wildcard < 0 ? location : location.substring(0, location.lastIndexOf('/', wildcard) + 1);
    }

    private static int indexOfWildcard(String location) {
        for (int i = 0; i < location.length(); i++) {
            if ("*?[{".indexOf(location.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Follows links as far as the path exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException missing) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
