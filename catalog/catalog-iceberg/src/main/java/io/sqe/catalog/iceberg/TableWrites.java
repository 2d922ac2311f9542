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
import io.sqe.catalog.iceberg.write.ReplaceTarget;
import io.sqe.catalog.iceberg.write.TransactionTarget;
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
        if (catalog.states().find(definition.name()).isEmpty()) {
            return create(table);
        }
        ReplaceTarget target = ReplaceTarget.of(table.name(), catalog.tables(), table::replacing);
        return open(table.name(), target.table(), target);
    }

    private TableWrite create(NewTable table) {
        Transaction transaction = table.tableBuilder().createTransaction();
        return open(table.name(), transaction.table(), new TransactionTarget(transaction, table::abandon));
    }

    private TableWrite open(TableName name, Table uncommitted, CommitTarget target) {
        var metadata = ((HasTableOperations) uncommitted).operations().current();
        return open(new TableState(name, metadata, uncommitted.io()).current(), name, uncommitted, target);
    }

    private TableWrite open(TableMetadata described, TableName name, Table table, CommitTarget target) {
        var folder = catalog.storage().newWriteFolder(table.io(), table.location());
        return new FolderWrite(described, folder, new DataFileReader(name, table), target);
    }
}
