package io.sqe.catalog.iceberg.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A local file to create. */
record LocalOutputFile(String location, Durability durability) implements OutputFile {

    @Override
    public PositionOutputStream create() {
        Path target = LocalPath.of(location);
        try {
            createFolderOf(target);
            return DurableFile.open(target, target, StandardOpenOption.CREATE_NEW, durability);
        } catch (FileAlreadyExistsException e) {
            throw new AlreadyExistsException(e, "File already exists: %s", location);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot create %s", location);
        }
    }

    /** Writes beside the target and moves the whole file into its place on close. */
    @Override
    public PositionOutputStream createOrOverwrite() {
        Path target = LocalPath.of(location);
        Path beside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            createFolderOf(target);
            return DurableFile.open(beside, target, StandardOpenOption.CREATE, durability);
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot create %s", location);
        }
    }

    @Override
    public InputFile toInputFile() {
        return new LocalInputFile(location);
    }

    @Override
    public String toString() {
        return location;
    }

    private static void createFolderOf(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }
}
