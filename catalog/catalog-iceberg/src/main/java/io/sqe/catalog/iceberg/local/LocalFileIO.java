package io.sqe.catalog.iceberg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Iceberg's view of the local file system, without Hadoop.
 *
 * <p>A file that is created here is either whole and on the disk when its stream is closed, or not there.
 */
public final class LocalFileIO implements FileIO, SupportsPrefixOperations {
    private final Durability durability;

    public LocalFileIO(Durability durability) {
        this.durability = durability;
    }

    public Durability durability() {
        return durability;
    }

    @Override
    public InputFile newInputFile(String location) {
        return new LocalInputFile(location);
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new LocalOutputFile(location, durability);
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(LocalPath.of(location));
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot delete %s", location);
        }
    }

    @Override
    public List<FileInfo> listPrefix(String prefix) {
        Path root = LocalPath.of(prefix);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(LocalFileIO::describe).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new RuntimeIOException(
                    e instanceof IOException io ? io : new IOException(e), "Cannot list %s", prefix);
        }
    }

    /** Removes the folder of that name with all that is in it. What is gone already is no error. */
    @Override
    public void deletePrefix(String prefix) {
        try {
            Files.walkFileTree(LocalPath.of(prefix), new DeleteTree());
        } catch (NoSuchFileException e) {
            // Nothing there is what was asked for.
        } catch (IOException e) {
            throw new RuntimeIOException(e, "Cannot delete %s", prefix);
        }
    }

    private static FileInfo describe(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileInfo(
                    file.toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes files, then the folders they were in; symbolic links are deleted, not followed. */
    private static final class DeleteTree extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
