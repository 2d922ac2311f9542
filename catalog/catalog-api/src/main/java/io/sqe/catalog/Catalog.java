package io.sqe.catalog;

import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One catalog as one principal sees it. Safe for use by many threads.
 *
 * <p>Every method may do I/O and throws a {@link CatalogException} that says what could not be done and why.
 */
public interface Catalog {

    String name();

    /** All namespaces, nested ones too, in order of their names. */
    List<NamespaceName> listNamespaces();

    boolean hasNamespace(NamespaceName namespace);

    /** Names of the tables, without views, in order. */
    List<TableName> listTables(NamespaceName namespace);

    List<TableName> listViews(NamespaceName namespace);

    /** The table at a version; empty if there is no such table. An unknown version of a known table is an error. */
    Optional<TableMetadata> findTable(TableName name, TableVersion version);

    Optional<ViewMetadata> findView(TableName name);

    /**
     * A value that changes with every commit to the table or view of that name: part of the key of every cache of plans. Empty
     * if there is no such table or view. Cheap: a catalog on local storage answers within microseconds.
     */
    Optional<String> stateToken(TableName name);

    /** Lists the files that a scan must read. */
    ScanPlan planScan(ScanRequest request);

    void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists);

    /** Fails if the namespace still has tables, views or namespaces. */
    void dropNamespace(NamespaceName namespace, IfMissing ifMissing);

    void createTable(TableDefinition definition, IfExists ifExists);

    /** Removes the table and its files for good. Branches, tags and old snapshots go with it. */
    void dropTable(TableName name, IfMissing ifMissing);

    void createView(ViewMetadata view, IfExists ifExists);

    /** Creates the view or puts it in the place of the one there is, in one commit. */
    void replaceView(ViewMetadata view);

    void dropView(TableName name, IfMissing ifMissing);

    /** Opens a write that adds rows to a table. The caller closes it. */
    TableWrite openAppend(TableName name);

    /** Opens a write whose commit creates the table with its rows. The caller closes it. */
    TableWrite openCreate(TableDefinition definition);

    /**
     * Opens a write whose commit creates the table or, in one step, replaces schema, partitioning and rows of the one there
     * is, keeping its history. The caller closes it.
     */
    TableWrite openReplace(TableDefinition definition);
}
