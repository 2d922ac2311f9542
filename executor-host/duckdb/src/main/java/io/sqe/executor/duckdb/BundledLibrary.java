package io.sqe.executor.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The native library inside the DuckDB driver's jar, and where it is unpacked to. */
final class BundledLibrary {
    private final URL resource;

    private BundledLibrary(URL resource) {
        this.resource = resource;
    }

    /** Finds the library for this operating system and processor on the class path. */
    static BundledLibrary ofThisPlatform() {
        String name = "/libduckdb_java.so_" + platform();
        URL resource = BundledLibrary.class.getResource(name);
        if (resource == null) {
            throw new UnusableLibraryException(
                    "Cannot find DuckDB: %s is not on the class path. Add org.duckdb:duckdb_jdbc.".formatted(name));
        }
        return new BundledLibrary(resource);
    }

    /** {@code $XDG_CACHE_HOME/sqe}, by default {@code ~/.cache/sqe}. */
    static Path userCacheFolder() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return cache.resolve("sqe");
    }

    /**
     * Answers the library's file below a folder, unpacking it if it is not there yet. Processes that start together may each
     * unpack it: the file appears whole, by a move.
     */
    Path unpackInto(Path folder) {
        try {
            URLConnection connection = resource.openConnection();
            long length = connection.getContentLengthLong();
            Path file = folder.resolve("duckdb-%s-%s".formatted(CApi.HEADER_VERSION, checksum(connection)))
                    .resolve("libduckdb.so");
            if (!Files.exists(file) || Files.size(file) != length) {
                unpack(connection, file);
            }
            return file;
        } catch (IOException failure) {
            throw new UnusableLibraryException(
                    "Cannot unpack DuckDB into %s: %s. Make the folder writable or give the library's path."
                            .formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    /** The checksum that the jar already holds, for reading 70 MB at each start would cost more than loading them. */
    private static String checksum(URLConnection connection) throws IOException {
        if (connection instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        return "%x-%x".formatted(connection.getContentLengthLong(), connection.getLastModified());
    }

    private static void unpack(URLConnection connection, Path file) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(folder, "unpacking", ".so");
        try {
            try (InputStream content = connection.getInputStream()) {
                Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> System.getProperty("os.arch");
        };
        if (system.contains("mac")) {
            return "macos_" + processor;
        }
        return (system.contains("windows") ? "windows_" : "linux_") + processor;
    }
}
