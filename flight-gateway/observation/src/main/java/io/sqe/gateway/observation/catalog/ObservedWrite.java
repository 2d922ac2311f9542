package io.sqe.gateway.observation.catalog;

import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.WrittenFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A write whose commit is watched, and the files that it leaves behind when there is none. */
final class ObservedWrite implements TableWrite {
    private final TableWrite write;
    private final String operation;
    private final CatalogCalls calls;
    private boolean isCommitted;

    ObservedWrite(TableWrite write, String operation, CatalogCalls calls) {
        this.write = write;
        this.operation = operation;
        this.calls = calls;
    }

    @Override
    public TableMetadata table() {
        return write.table();
    }

    @Override
    public String dataFolder() {
        return write.dataFolder();
    }

    @Override
    public long commit(List<WrittenFile> files) {
        long snapshot = calls.call("commit", () -> write.commit(files));
        isCommitted = true;
        return snapshot;
    }

    @Override
    public void close() {
        long before = isCommitted ? 0 : files();
        write.close();
        if (before > 0) {
            long left = files();
            calls.orphaned(operation, before - left, left);
        }
    }

    /** In the folder of this write alone; none where that is not on this machine. */
    private long files() {
        Optional<Path> folder = localFolder();
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder.get())) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private Optional<Path> localFolder() {
        String folder = write.dataFolder();
        if (folder.startsWith("file:")) {
            return Optional.of(Path.of(URI.create(folder)));
        }
        return folder.contains("://") ? Optional.empty() : Optional.of(Path.of(folder));
    }
}
