package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.iceberg.local.Durability;
import io.sqe.catalog.iceberg.local.LocalFileIO;
import io.sqe.catalog.iceberg.local.LocalPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.FileIO;

/** A folder on a local disk. */
public final class LocalWriteFolder implements WriteFolder {
    private final LocalFileIO io;
    private final Path folder;

    private LocalWriteFolder(LocalFileIO io, Path folder) {
        this.io = io;
        this.folder = folder;
    }

    /** A new folder below a table's data folder. */
    public static LocalWriteFolder below(LocalFileIO io, String tableLocation) {
        return new LocalWriteFolder(
                io,
                Path.of(
                        LocalPath.plain(tableLocation),
                        "data",
                        UUID.randomUUID().toString()));
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public FileIO io() {
        return io;
    }

    @Override
    public void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot create %s", folder);
        }
    }

    @Override
    public void makeDurable(List<DataFile> files) {
        if (io.durability() != Durability.POWER_CUT) {
            return;
        }
        for (DataFile file : files) {
            force(Path.of(LocalPath.plain(file.location())), StandardOpenOption.WRITE);
        }
        files.stream()
                .map(file -> Path.of(LocalPath.plain(file.location())).getParent())
                .distinct()
                .forEach(parent -> force(parent, StandardOpenOption.READ));
    }

    @Override
    public void delete() {
        io.deletePrefix(location());
    }

    private static void force(Path path, StandardOpenOption option) {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot force %s to the disk", path);
        }
    }
}
