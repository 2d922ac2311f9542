package io.sqe.executor.process;

import io.sqe.executor.fragment.ExecutorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that one process spills to, removed when that has ended: a process that is killed cannot remove its files itself.
 *
 * @param path null if the engine may not spill
 */
record SpillFolder(@Nullable Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);

    /** A new folder inside this one; none if there is none. */
    static SpillFolder create(@Nullable Path parent) throws IOException {
        if (parent == null) {
            return new SpillFolder(null);
        }
        return new SpillFolder(Files.createTempDirectory(Files.createDirectories(parent), "engine-"));
    }

    ExecutorOptions allowedTo(ExecutorOptions options) {
        return path == null ? options : options.withSpill(path, options.spillBytesMax());
    }

    void delete() {
        if (path == null) {
            return;
        }
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> innerFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innerFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("folder", path).setCause(failure).log("a folder of spilled rows stays behind");
        }
    }
}
