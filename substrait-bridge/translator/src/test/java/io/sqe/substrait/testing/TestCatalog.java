package io.sqe.substrait.testing;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog of the test tables, which only answers what they are. */
record TestCatalog(Map<String, TableMetadata> tables) implements Catalog {
    static final NamespaceName NAMESPACE = NamespaceName.of("lake", "test");

    @Override
    public String name() {
        return NAMESPACE.catalog();
    }

    @Override
    public List<NamespaceName> listNamespaces() {
        return List.of(NAMESPACE);
    }

    @Override
    public boolean hasNamespace(NamespaceName namespace) {
        return namespace.equals(NAMESPACE);
    }

    @Override
    public List<TableName> listTables(NamespaceName namespace) {
        return tables.values().stream().map(TableMetadata::name).toList();
    }

    @Override
    public List<TableName> listViews(NamespaceName namespace) {
        return List.of();
    }

    @Override
    public Optional<TableMetadata> findTable(TableName table, TableVersion version) {
        return Optional.ofNullable(tables.get(table.table()));
    }

    @Override
    public Optional<ViewMetadata> findView(TableName view) {
        return Optional.empty();
    }

    @Override
    public Optional<String> stateToken(TableName table) {
        return Optional.empty();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("The test catalog only says what its tables are");
    }

    @Override
    public ScanPlan planScan(ScanRequest request) {
        throw readOnly();
    }

    @Override
    public void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists) {
        throw readOnly();
    }

    @Override
    public void dropNamespace(NamespaceName namespace, IfMissing ifMissing) {
        throw readOnly();
    }

    @Override
    public void createTable(TableDefinition definition, IfExists ifExists) {
        throw readOnly();
    }

    @Override
    public void dropTable(TableName table, IfMissing ifMissing) {
        throw readOnly();
    }

    @Override
    public void createView(ViewMetadata view, IfExists ifExists) {
        throw readOnly();
    }

    @Override
    public void replaceView(ViewMetadata view) {
        throw readOnly();
    }

    @Override
    public void dropView(TableName view, IfMissing ifMissing) {
        throw readOnly();
    }

    @Override
    public TableWrite openAppend(TableName table) {
        throw readOnly();
    }

    @Override
    public TableWrite openCreate(TableDefinition definition) {
        throw readOnly();
    }

    @Override
    public TableWrite openReplace(TableDefinition definition) {
        throw readOnly();
    }
}
