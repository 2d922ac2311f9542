package io.sqe.catalog.iceberg.table;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.exceptions.NotFoundException;

/** Recognises a disk or database that is full, read-only, locked or gone, anywhere in a chain of causes. */
final class StorageFaults {
    private static final int CAUSES_MAX = 20;
    /** SQLite's extended codes keep the primary one in the low byte. */
    private static final int PRIMARY_CODE = 0xff;

    private static final int IO_ERROR = 10;

    private StorageFaults() {}

    /** What is wrong with the storage, and what to do. */
    record Fault(String what, String advice) {}

    static Optional<Fault> find(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            Optional<Fault> fault = ofOne(cause);
            if (fault.isPresent()) {
                return fault;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** Whether a file that metadata points at is not there. */
    static boolean isMissingFile(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof NotFoundException || cause instanceof NoSuchFileException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether a statement of the catalog's database failed in a way that does not tell if it took effect. */
    static boolean leavesCommitOpen(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof SQLException database) {
                return database.getErrorCode() > 0 && (database.getErrorCode() & PRIMARY_CODE) == IO_ERROR;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Optional<Fault> ofOne(Throwable failure) {
        return switch (failure) {
            case SQLException database -> ofDatabase(database);
            case NoSuchFileException gone ->
                fault("%s does not exist".formatted(gone.getFile()), "Was it moved or deleted?");
            case NotDirectoryException file ->
                fault("%s is not a folder".formatted(file.getFile()), "Choose another path.");
            case AccessDeniedException denied ->
                fault("access to %s is denied".formatted(denied.getFile()), "Check the permissions.");
            case ReadOnlyFileSystemException _ -> readOnly();
            case ClosedByInterruptException _, InterruptedException _ ->
                fault("it was interrupted", "Run the statement again.");
            case FileSystemException other -> ofText(other.getReason(), other.getFile());
            case java.io.IOException other -> ofText(other.getMessage(), "the storage");
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> ofText(@org.jspecify.annotations.Nullable String reason, String place) {
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota exceeded")) {
            return full();
        }
        if (text.contains("read-only file system")) {
            return readOnly();
        }
        if (text.contains("not a directory") || text.contains("operation not permitted")) {
            return fault("%s: %s".formatted(place, text), "Choose another path or check the permissions.");
        }
        return Optional.empty();
    }

    /** Result codes of sqlite3.h. */
    private static Optional<Fault> ofDatabase(SQLException failure) {
        return switch (failure.getErrorCode() & PRIMARY_CODE) {
            case 5, 6 -> fault("another process keeps the catalog's database locked", "Run the statement again.");
            case 8 -> readOnly();
            case IO_ERROR -> fault("the catalog's database cannot be read or written", "Check the disk.");
            case 11, 26 -> fault("the catalog's database is damaged", "Restore it from a backup.");
            case 13 -> full();
            case 14 -> fault("the catalog's database cannot be opened", "Check the path and its permissions.");
            default ->
                fault("the catalog's database answers: " + failure.getMessage(), "Check the catalog's database.");
        };
    }

    private static Optional<Fault> full() {
        return fault("the disk is full", "Free some space and run the statement again.");
    }

    private static Optional<Fault> readOnly() {
        return fault("the storage is read-only", "Choose a writable warehouse.");
    }

    private static Optional<Fault> fault(String what, String advice) {
        return Optional.of(new Fault(what, advice));
    }
}
