package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.CommitUnknown;
import io.sqe.catalog.CatalogException.Conflict;
import io.sqe.catalog.CatalogException.DamagedTable;
import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.CatalogException.Unavailable;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.CatalogException.UnknownTable;
import io.sqe.catalog.TableName;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.ValidationException;

/** Turns what Iceberg, the database or the disk threw into what a person can act on. */
public final class CatalogFailures {

    private CatalogFailures() {}

    /** Of a read of a table: what is not the storage's fault is damage of the table. */
    public static CatalogException reading(TableName table, RuntimeException failure) {
        if (failure instanceof CatalogException known) {
            return known;
        }
        if (failure instanceof NoSuchTableException || failure instanceof NoSuchViewException) {
            return new UnknownTable(table);
        }
        if (StorageFaults.isMissingFile(failure)) {
            return damaged(table, failure);
        }
        return StorageFaults.find(failure)
                .map(fault -> storage("read table " + table, fault, failure))
                .orElseGet(() -> damaged(table, failure));
    }

    /** Of a change to a table or view. */
    public static CatalogException changing(TableName table, RuntimeException failure) {
        if (failure instanceof CatalogException known) {
            return known;
        }
        return switch (failure) {
            case NoSuchTableException _, NoSuchViewException _ -> new UnknownTable(table);
            case NoSuchNamespaceException _ -> new UnknownNamespace(table.namespace());
            case AlreadyExistsException _ -> new AlreadyExists("Table or view " + table);
            case CommitFailedException _ -> new Conflict(table, failure);
            case NotFoundException _, UnreadableFileException _ -> damaged(table, failure);
            default -> changeFault(table, failure);
        };
    }

    /** Of anything else that asks the catalog's database or storage; {@code task} follows "Cannot". */
    public static RuntimeException asking(String task, RuntimeException failure) {
        return StorageFaults.find(failure)
                .<RuntimeException>map(fault -> storage(task, fault, failure))
                .orElse(failure);
    }

    /** Whether a failed change may have come to be: then no file of it may be removed. */
    public static boolean mayHaveHappened(RuntimeException failure) {
        return failure instanceof CommitStateUnknownException || StorageFaults.leavesCommitOpen(failure);
    }

    private static CatalogException changeFault(TableName table, RuntimeException failure) {
        if (mayHaveHappened(failure)) {
            return new CommitUnknown(table, failure);
        }
        Optional<StorageFaults.Fault> fault = StorageFaults.find(failure);
        if (fault.isPresent()) {
            return storage("change table " + table, fault.get(), failure);
        }
        return switch (failure) {
            case ValidationException _, IllegalArgumentException _ ->
                new InvalidDefinition("Cannot change table %s: %s.".formatted(table, failure.getMessage()));
            default -> throw failure;
        };
    }

    private static CatalogException damaged(TableName table, RuntimeException cause) {
        String what = cause instanceof UnreadableFileException || cause instanceof NotFoundException
                ? message(cause)
                : rootMessage(cause);
        return new DamagedTable(
                "Table %s is damaged: %s. Restore the file, or read an older version of the table."
                        .formatted(table, withoutDot(what)),
                cause);
    }

    private static CatalogException storage(String task, StorageFaults.Fault fault, Throwable cause) {
        return new Unavailable("Cannot %s: %s. %s".formatted(task, fault.what(), fault.advice()), cause);
    }

    /** The innermost message: outer ones tell of retries and wrappers. */
    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return message(root);
    }

    private static String message(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static String withoutDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
