package io.sqe.gateway.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Folders whose files nobody may name in SQL: a warehouse's files are read through its catalog, under policy, or not at all.
 */
public final class GuardedFolders {
    private final List<Path> folders;

    public GuardedFolders(List<Path> folders) {
        this.folders = folders.stream().map(GuardedFolders::real).toList();
    }

    /** Whether a location, a glob included, could mean a file in one of the folders. */
    public boolean mayMatch(String location) {
        String fixed = beforeWildcard(location);
        Path start = real(Path.of(fixed.isEmpty() ? "." : fixed));
        boolean descends = location.indexOf('/', fixed.length()) >= 0 || location.contains("**");
        return folders.stream().anyMatch(folder -> start.startsWith(folder) || (descends && folder.startsWith(start)));
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
