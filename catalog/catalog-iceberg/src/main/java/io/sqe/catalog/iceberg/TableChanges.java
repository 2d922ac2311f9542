package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.DamagedTable;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableName;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.TableState;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;

/** Creates and drops tables. */
record TableChanges(OpenedCatalog catalog) {

    void create(TableDefinition definition, IfExists ifExists) {
        TableName name = definition.name();
        if (ifExists == IfExists.IGNORE && catalog.states().find(name).isPresent()) {
            return;
        }
        var builder = NewTable.of(catalog, definition);
        try {
            builder.tableBuilder().create();
        } catch (AlreadyExistsException e) {
            builder.abandon();
            if (ifExists == IfExists.FAIL || catalog.states().find(name).isEmpty()) {
                throw new AlreadyExists("Table or view " + name);
            }
        } catch (RuntimeException e) {
            if (!CatalogFailures.mayHaveHappened(e)) {
                builder.abandon();
            }
            throw e;
        }
    }

    /**
     * Takes the table out of the catalog, then removes its files.
     *
     * @return whether there was such a table
     */
    boolean drop(TableName name) {
        Optional<TableState> state = stateIfReadable(name);
        boolean dropped = catalog.tables().dropTable(Identifiers.of(name), false);
        if (dropped) {
            state.ifPresent(known -> catalog.storage().removeDropped(known.metadata(), known.io()));
        }
        return dropped;
    }

    /** A damaged table can be dropped too; its files then stay. */
    private Optional<TableState> stateIfReadable(TableName name) {
        try {
            return catalog.states().find(name);
        } catch (RuntimeException e) {
            if (CatalogFailures.reading(name, e) instanceof DamagedTable) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
