package io.sqe.planner;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableSchema;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A catalog of tables without rows, each with one state and maybe older ones. */
final class InMemoryCatalog implements Catalog {
    private final String name;
    private final Set<String> namespaces = new TreeSet<>();
    private final Map<TableName, TableMetadata> tables = new HashMap<>();
    private final Map<TableName, Map<TableVersion, TableMetadata>> versions = new HashMap<>();
    private final Map<TableName, ViewMetadata> views = new HashMap<>();

    InMemoryCatalog(String name) {
        this.name = name;
    }

    InMemoryCatalog withTable(String namespace, String table, Column... columns) {
        return withTable(namespace, table, List.of(columns), List.of());
    }

    InMemoryCatalog withTable(String namespace, String table, List<Column> columns, List<PartitionField> partitioning) {
        namespaces.add(namespace);
        TableName fullName = TableName.of(name, namespace, table);
        tables.put(fullName, metadata(fullName, columns, partitioning));
        return this;
    }

    InMemoryCatalog withVersion(String namespace, String table, TableVersion version, Column... columns) {
        TableName fullName = TableName.of(name, namespace, table);
        versions.computeIfAbsent(fullName, any -> new HashMap<>())
                .put(version, metadata(fullName, List.of(columns), List.of()));
        return this;
    }

    InMemoryCatalog withView(String namespace, String view, String sql, String... columns) {
        namespaces.add(namespace);
        TableName fullName = TableName.of(name, namespace, view);
        views.put(fullName, new ViewMetadata(fullName, sql, NamespaceName.of(name, namespace), List.of(columns)));
        return this;
    }

    private static TableMetadata metadata(TableName name, List<Column> columns, List<PartitionField> partitioning) {
        return new TableMetadata(
                name,
                name.toString(),
                2,
                "memory:" + name,
                new TableSchema(0, columns),
                partitioning,
                Map.of(),
                OptionalLong.of(1),
                OptionalLong.empty());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<NamespaceName> listNamespaces() {
        return namespaces.stream()
                .map(namespace -> NamespaceName.of(name, namespace))
                .toList();
    }

    @Override
    public boolean hasNamespace(NamespaceName namespace) {
        return listNamespaces().contains(namespace);
    }

    @Override
    public List<TableName> listTables(NamespaceName namespace) {
        return sorted(namespace, tables.keySet());
    }

    @Override
    public List<TableName> listViews(NamespaceName namespace) {
        return sorted(namespace, views.keySet());
    }

    private static List<TableName> sorted(NamespaceName namespace, Set<TableName> names) {
        var sorted = new TreeMap<String, TableName>();
        names.stream()
                .filter(table -> table.namespace().equals(namespace))
                .forEach(table -> sorted.put(table.table(), table));
        return List.copyOf(sorted.values());
    }

    @Override
    public Optional<TableMetadata> findTable(TableName table, TableVersion version) {
        if (version instanceof TableVersion.Current || !tables.containsKey(table)) {
            return Optional.ofNullable(tables.get(table));
        }
        TableMetadata found = versions.getOrDefault(table, Map.of()).get(version);
        if (found == null) {
            throw new CatalogException.UnknownVersion(table, version.toString(), "There are none.");
        }
        return Optional.of(found);
    }

    @Override
    public Optional<ViewMetadata> findView(TableName view) {
        return Optional.ofNullable(views.get(view));
    }

    @Override
    public Optional<String> stateToken(TableName table) {
        return Optional.ofNullable(tables.get(table)).map(TableMetadata::uuid);
    }

    @Override
    public ScanPlan planScan(ScanRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dropNamespace(NamespaceName namespace, IfMissing ifMissing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createTable(TableDefinition definition, IfExists ifExists) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dropTable(TableName table, IfMissing ifMissing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createView(ViewMetadata view, IfExists ifExists) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replaceView(ViewMetadata view) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dropView(TableName view, IfMissing ifMissing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableWrite openAppend(TableName table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableWrite openCreate(TableDefinition definition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableWrite openReplace(TableDefinition definition) {
        throw new UnsupportedOperationException();
    }
}
