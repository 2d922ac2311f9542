package io.sqe.gateway.ingest;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A folder for rows that were sent and are not written yet: nobody but its user can look into it. Each ingestion has a folder of its
 * own in there, which goes when the ingestion ends, however it ends. Safe for use by many threads.
 */
public final class Staging {
    /** For engines that take no rows from clients. */
    public static final Staging NOWHERE = new Staging(Optional.empty(), 0, Optional.empty());

    private final Optional<Path> folder;
    private final long bytesMax;
    private final Optional<BufferAllocator> allocator;
    private final AtomicLong bytes = new AtomicLong();

    private Staging(Optional<Path> folder, long bytesMax, Optional<BufferAllocator> allocator) {
        this.folder = folder;
        this.bytesMax = bytesMax;
        this.allocator = allocator;
    }

    /**
     * Keeps rows in a folder, which is made if it is not there and stays when this is no longer used.
     *
     * @param bytesMax bytes of all rows together that wait there; more is refused
     * @param allocator for columns that have to be converted; stays the caller's
     */
    public static Staging in(Path folder, long bytesMax, BufferAllocator allocator) {
        return new Staging(Optional.of(folder.toAbsolutePath()), bytesMax, Optional.of(allocator));
    }

    /**
     * Makes room for the rows of one ingestion; the caller closes it.
     *
     * @throws QueryException if there is a column that no table can hold, or no folder
     */
    public StagedRows open(QueryId id, Schema schema) {
        if (folder.isEmpty() || allocator.isEmpty()) {
            throw new QueryException(
                    ErrorCode.NOT_SUPPORTED,
                    "This engine has no folder for rows that are sent to it. Write INSERT instead.",
                    Optional.empty(),
                    null);
        }
        SentColumns columns = SentColumns.of(schema);
        return new StagedRows(ownFolder(folder.get(), id.text()), columns, this, allocator.get());
    }

    private static Path ownFolder(Path parent, String name) {
        try {
            Files.createDirectories(parent);
            Path own = Files.createDirectory(parent.resolve(name));
            if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
            }
            return own;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a folder for rows that are sent in " + parent, failure);
        }
    }

    /** @throws QueryException if there is no room for so many more */
    void take(long more) {
        if (bytes.addAndGet(more) > bytesMax) {
            bytes.addAndGet(-more);
            throw new QueryException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "No room for these rows: all that are sent and not written yet may take %d bytes together (the limit of"
                                    .formatted(bytesMax)
                            + " spilled rows). Send them in several parts, or later.",
                    Optional.empty(),
                    null);
        }
    }

    void giveBack(long bytesGone) {
        bytes.addAndGet(-bytesGone);
    }

    /** Bytes that wait to be written. */
    public long bytes() {
        return bytes.get();
    }
}
