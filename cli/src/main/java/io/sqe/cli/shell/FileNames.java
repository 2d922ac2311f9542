package io.sqe.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/** Offers the files of a directory. */
final class FileNames {
    /** Entries of a directory that are looked at. */
    private static final int ENTRIES_MAX = 2000;

    private FileNames() {}

    static List<Candidate> startingWith(String typed) {
        String directory = typed.substring(0, typed.lastIndexOf('/') + 1);
        boolean hidden = typed.substring(directory.length()).startsWith(".");
        try (Stream<Path> entries = Files.list(path(directory))) {
            return entries.limit(ENTRIES_MAX)
                    .filter(entry -> hidden || !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(entry -> candidate(directory, entry))
                    .toList();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }

    private static Candidate candidate(String directory, Path entry) {
        String name = entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
        return new Candidate(directory + name, name, null, null, null, null, false);
    }

    private static Path path(String directory) {
        if (directory.startsWith("~/")) {
            return Path.of(System.getProperty("user.home"), directory.substring(2));
        }
        return Path.of(directory.isEmpty() ? "." : directory);
    }
}
