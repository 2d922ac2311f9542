package io.sqe.catalog.iceberg;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.ViewCatalog;

/**
 * An Iceberg catalog that answers, with what is known of its storage.
 *
 * @param resources what closing the catalog closes
 */
record OpenedCatalog(
        Catalog tables,
        SupportsNamespaces namespaces,
        ViewCatalog views,
        TableStates states,
        AnswersUntilCommit answers,
        TableStorage storage,
        AutoCloseable resources) {

    /** The same, closed in another way. */
    OpenedCatalog closing(AutoCloseable other) {
        return new OpenedCatalog(tables, namespaces, views, states, answers, storage, other);
    }
}
