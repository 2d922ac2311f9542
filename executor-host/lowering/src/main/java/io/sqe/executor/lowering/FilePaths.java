package io.sqe.executor.lowering;

import java.net.URI;
import java.net.URISyntaxException;

/** Locations of files as the engine opens them. */
final class FilePaths {
    private static final String GLOB_CHARACTERS = "*?[{";

    private FilePaths() {}

    /** A local path for a {@code file:} URI; other locations are paths already. */
    static String local(String location) {
        if (!location.startsWith("file:")) {
            return location;
        }
        try {
            String path = new URI(location).getPath();
            return path == null ? location.substring("file:".length()) : path;
        } catch (URISyntaxException notEncoded) {
            return location.replaceFirst("^file:(//)?", "");
        }
    }

    /** The folder of a file, or the lowest one above everything a pattern can match. */
    static String folderOf(String path) {
        int end = path.length();
        for (int i = 0; i < path.length(); i++) {
            if (GLOB_CHARACTERS.indexOf(path.charAt(i)) >= 0) {
                end = i;
                break;
            }
        }
        int slash = path.lastIndexOf('/', end - 1);
        if (slash < 0) {
            return ".";
        }
        return slash == 0 ? "/" : path.substring(0, slash);
    }
}
