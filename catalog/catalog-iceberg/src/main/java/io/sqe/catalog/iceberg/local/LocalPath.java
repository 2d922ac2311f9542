package io.sqe.catalog.iceberg.local;

import java.nio.file.Path;

/** Turns a file's location into a path: plain locations and {@code file:} URIs, whose rest Iceberg takes literally. */
public final class LocalPath {
    private static final String SCHEME = "file:";

    private LocalPath() {}

    /** The location without a scheme: what a native reader opens. */
    public static String plain(String location) {
        if (!location.startsWith(SCHEME)) {
            return location;
        }
        String rest = location.substring(SCHEME.length());
        return rest.startsWith("//") ? rest.substring(2) : rest;
    }

    static Path of(String location) {
        return Path.of(plain(location));
    }
}
