package io.sqe.catalog.iceberg.write;

import io.sqe.catalog.CatalogException.Conflict;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.table.Identifiers;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.Transactions;
import org.apache.iceberg.catalog.Catalog;

/**
 * Puts a new schema, partitioning and rows in the place of a table's, keeping its history.
 *
 * <p>A commit of another writer in between becomes part of that history: the replacement is made again on top of it. Iceberg's
 * own replace transaction would drop it from the history instead, and leave its files behind.
 */
public final class ReplaceTarget implements CommitTarget {
    /** Commits of other writers that a replacement may meet. */
    static final int ROUNDS_MAX = 20;

    private final TableName name;
    private final Catalog catalog;
    private final Replacement replacement;
    private final TableMetadata written;

    /** @param written what the table will be, for which the files are written */
    private ReplaceTarget(TableName name, Catalog catalog, Replacement replacement, TableMetadata written) {
        this.name = name;
        this.catalog = catalog;
        this.replacement = replacement;
        this.written = written;
    }

    /** What a table becomes on top of what it is. */
    public interface Replacement {
        TableMetadata of(TableMetadata current);
    }

    /** Replaces the table as it is now. */
    public static ReplaceTarget of(TableName name, Catalog catalog, Replacement replacement) {
        TableMetadata current = operations(name, catalog).current();
        return new ReplaceTarget(name, catalog, replacement, replacement.of(current));
    }

    /** The table as it will be. */
    public Table table() {
        return transaction(operations(name, catalog), written).table();
    }

    @Override
    public long commit(List<DataFile> files) {
        for (int round = 1; ; round++) {
            try {
                return commitOnce(files);
            } catch (PinnedOperations.Moved e) {
                if (round == ROUNDS_MAX) {
                    throw new Conflict(name, e);
                }
            }
        }
    }

    @Override
    public void abandon() {
        // The table is what it was.
    }

    private long commitOnce(List<DataFile> files) {
        TableOperations operations = operations(name, catalog);
        TableMetadata replaced = replacement.of(operations.current());
        checkStillFits(replaced);
        Transaction transaction = transaction(new PinnedOperations(operations), replaced);
        return new TransactionTarget(transaction, () -> {}).commit(files);
    }

    /** The files have the field ids and the partition spec of the table they were written for. */
    private void checkStillFits(TableMetadata replaced) {
        boolean fits = replaced.uuid().equals(written.uuid())
                && replaced.schema().asStruct().equals(written.schema().asStruct())
                && replaced.spec().equals(written.spec());
        if (!fits) {
            throw new Conflict(name, new IllegalStateException("Schema or partitioning changed meanwhile"));
        }
    }

    private Transaction transaction(TableOperations operations, TableMetadata replaced) {
        return Transactions.replaceTableTransaction(name.toString(), operations, replaced);
    }

    private static TableOperations operations(TableName name, Catalog catalog) {
        return ((HasTableOperations) catalog.loadTable(Identifiers.of(name))).operations();
    }
}
