package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.UnknownTable;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.TableState;
import io.sqe.catalog.iceberg.write.AppendTarget;
import io.sqe.catalog.iceberg.write.CommitTarget;
import io.sqe.catalog.iceberg.write.DataFileReader;
import io.sqe.catalog.iceberg.write.FolderWrite;
import io.sqe.catalog.iceberg.write.TransactionTarget;
import java.util.Optional;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;

/** Opens writes. */
record TableWrites(OpenedCatalog catalog) {

    TableWrite append(TableName name) {
        TableState state = catalog.states().find(name).orElseThrow(() -> new UnknownTable(name));
        Table table = catalog.tables().loadTable(Identifiers.of(name));
        return open(
                state.current(),
                name,
                table,
                new AppendTarget(name, catalog.tables(), state.metadata().uuid()));
    }

    TableWrite create(TableDefinition definition) {
        TableName name = definition.name();
        if (catalog.states().token(name).isPresent()) {
            throw new AlreadyExists("Table or view " + name);
        }
        return create(NewTable.of(catalog, definition));
    }

    TableWrite replace(TableDefinition definition) {
        NewTable table = NewTable.of(catalog, definition);
        Optional<TableState> existing = catalog.states().find(definition.name());
        if (existing.isEmpty()) {
            return create(table);
        }
        Transaction transaction = table.withFormatVersionAtLeast(
                        existing.get().metadata().formatVersion())
                .existingTableBuilder()
                .replaceTransaction();
        return open(table.name(), transaction, () -> {});
    }

    private TableWrite create(NewTable table) {
        return open(table.name(), table.tableBuilder().createTransaction(), table::abandon);
    }

    private TableWrite open(TableName name, Transaction transaction, Runnable abandon) {
        var metadata = ((HasTableOperations) transaction.table()).operations().current();
        TableMetadata described =
                new TableState(name, metadata, transaction.table().io()).current();
        return open(described, name, transaction.table(), new TransactionTarget(transaction, abandon));
    }

    private TableWrite open(TableMetadata described, TableName name, Table table, CommitTarget target) {
        var folder = catalog.storage().newWriteFolder(table.io(), table.location());
        return new FolderWrite(described, folder, new DataFileReader(name, table), target);
    }
}
