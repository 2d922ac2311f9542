package io.sqe.catalog.iceberg;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.ViewCatalog;

/**
 * An Iceberg catalog that answers, with what is known of its storage.
 *
 * @param resources closes what the catalog holds
 */
record OpenedCatalog(
        Catalog tables,
        SupportsNamespaces namespaces,
        ViewCatalog views,
        TableStates states,
        AnswersUntilCommit answers,
        TableStorage storage,
        Runnable resources) {

    /** The same, closed in another way. */
    OpenedCatalog closing(Runnable other) {
        return new OpenedCatalog(tables, namespaces, views, states, answers, storage, other);
    }
}
