package io.sqe.catalog.iceberg;

import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.ViewDescription;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.view.ViewBuilder;

/** Creates and replaces views. */
record ViewChanges(OpenedCatalog catalog) {

    ViewMetadata create(ViewMetadata view, IfExists ifExists) {
        try {
            newView(view).create();
        } catch (AlreadyExistsException e) {
            if (ifExists == IfExists.FAIL
                    || catalog.states().findView(view.name()).isEmpty()) {
                throw new AlreadyExists("Table or view " + view.name());
            }
        }
        return view;
    }

    ViewMetadata replace(ViewMetadata view) {
        boolean isThere = catalog.views().viewExists(Identifiers.of(view.name()));
        if (isThere) {
            builder(view).replace();
        } else {
            newView(view).create();
        }
        return view;
    }

    private ViewBuilder newView(ViewMetadata view) {
        ViewBuilder builder = builder(view);
        catalog.storage().newLocation(view.name()).ifPresent(builder::withLocation);
        return builder;
    }

    private ViewBuilder builder(ViewMetadata view) {
        Identifiers.checkCreatable(view.name());
        var namespace = view.name().namespace();
        if (!catalog.namespaces().namespaceExists(Identifiers.of(namespace))) {
            throw new UnknownNamespace(namespace);
        }
        return catalog.views()
                .buildView(Identifiers.of(view.name()))
                .withSchema(ViewDescription.schema(view.columnNames()))
                .withQuery(ViewDescription.DIALECT, view.sql())
                .withDefaultCatalog(view.defaultNamespace().catalog())
                .withDefaultNamespace(Identifiers.of(view.defaultNamespace()));
    }
}
