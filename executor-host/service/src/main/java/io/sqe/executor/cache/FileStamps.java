package io.sqe.executor.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tells files from others of the same names. Data files never change, but may be gone. */
record FileStamps(List<Stamp> files) {
    FileStamps {
        files = List.copyOf(files);
    }

    /** Empty if a file is not there. */
    static Optional<FileStamps> of(List<String> paths) {
        List<Stamp> stamps = new ArrayList<>();
        try {
            for (String path : paths) {
                var attributes = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
                stamps.add(new Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
        return Optional.of(new FileStamps(stamps));
    }

    long bytes() {
        return files.stream().mapToLong(Stamp::bytes).sum();
    }

    record Stamp(long bytes, FileTime modified) {}
}
