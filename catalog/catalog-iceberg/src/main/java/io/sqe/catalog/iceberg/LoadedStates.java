package io.sqe.catalog.iceberg;

import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.TableState;
import io.sqe.catalog.iceberg.table.ViewDescription;
import java.util.Optional;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.view.View;

/** States of any Iceberg catalog's tables, loaded from it each time. */
record LoadedStates(Catalog catalog, ViewCatalog views) implements TableStates {

    @Override
    public Optional<TableState> find(TableName name) {
        try {
            Table table = catalog.loadTable(Identifiers.of(name));
            var metadata = ((HasTableOperations) table).operations().current();
            return Optional.of(new TableState(name, metadata, table.io()));
        } catch (NoSuchTableException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ViewMetadata> findView(TableName name) {
        return load(name).map(view -> ViewDescription.of(name, view));
    }

    @Override
    public Optional<String> token(TableName name) {
        return find(name).map(TableState::token).or(() -> load(name).map(LoadedStates::token));
    }

    private static String token(View view) {
        return view.uuid() + "/" + view.currentVersion().versionId();
    }

    private Optional<View> load(TableName name) {
        try {
            return Optional.of(views.loadView(Identifiers.of(name)));
        } catch (NoSuchViewException e) {
            return Optional.empty();
        }
    }
}
