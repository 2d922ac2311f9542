package io.sqe.gateway.observation.catalog;

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

/** A catalog that is watched. What it answers from memory, {@link #stateToken}, is not worth it. */
record ObservedCatalog(Catalog catalog, CatalogCalls calls) implements Catalog {

    @Override
    public String name() {
        return catalog.name();
    }

    @Override
    public List<NamespaceName> listNamespaces() {
        return calls.call("list_namespaces", catalog::listNamespaces);
    }

    @Override
    public boolean hasNamespace(NamespaceName namespace) {
        return calls.call("load_namespace", () -> catalog.hasNamespace(namespace));
    }

    @Override
    public List<TableName> listTables(NamespaceName namespace) {
        return calls.call("list_tables", () -> catalog.listTables(namespace));
    }

    @Override
    public List<TableName> listViews(NamespaceName namespace) {
        return calls.call("list_views", () -> catalog.listViews(namespace));
    }

    @Override
    public Optional<TableMetadata> findTable(TableName name, TableVersion version) {
        return calls.call("load_table", () -> catalog.findTable(name, version));
    }

    @Override
    public Optional<ViewMetadata> findView(TableName name) {
        return calls.call("load_view", () -> catalog.findView(name));
    }

    @Override
    public Optional<String> stateToken(TableName name) {
        return catalog.stateToken(name);
    }

    @Override
    public ScanPlan planScan(ScanRequest request) {
        return calls.call("plan_scan", () -> catalog.planScan(request));
    }

    @Override
    public void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists) {
        calls.run("create_namespace", () -> catalog.createNamespace(namespace, properties, ifExists));
    }

    @Override
    public void dropNamespace(NamespaceName namespace, IfMissing ifMissing) {
        calls.run("drop_namespace", () -> catalog.dropNamespace(namespace, ifMissing));
    }

    @Override
    public void createTable(TableDefinition definition, IfExists ifExists) {
        calls.run("create_table", () -> catalog.createTable(definition, ifExists));
    }

    @Override
    public void dropTable(TableName name, IfMissing ifMissing) {
        calls.run("drop_table", () -> catalog.dropTable(name, ifMissing));
    }

    @Override
    public void createView(ViewMetadata view, IfExists ifExists) {
        calls.run("create_view", () -> catalog.createView(view, ifExists));
    }

    @Override
    public void replaceView(ViewMetadata view) {
        calls.run("replace_view", () -> catalog.replaceView(view));
    }

    @Override
    public void dropView(TableName name, IfMissing ifMissing) {
        calls.run("drop_view", () -> catalog.dropView(name, ifMissing));
    }

    @Override
    public TableWrite openAppend(TableName name) {
        return calls.watching("insert", calls.call("load_table", () -> catalog.openAppend(name)));
    }

    @Override
    public TableWrite openCreate(TableDefinition definition) {
        return calls.watching("ctas", calls.call("stage_table", () -> catalog.openCreate(definition)));
    }

    @Override
    public TableWrite openReplace(TableDefinition definition) {
        return calls.watching("ctas", calls.call("stage_table", () -> catalog.openReplace(definition)));
    }
}
