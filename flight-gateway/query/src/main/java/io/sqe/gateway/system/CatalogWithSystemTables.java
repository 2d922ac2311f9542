package io.sqe.gateway.system;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A catalog, or none, with system tables in it. Whatever the stored catalog has under a reserved name is as if it were not there,
 * and nothing can be made there.
 */
final class CatalogWithSystemTables implements Catalog {
    private final String name;
    private final Optional<Catalog> stored;
    private final Supplier<List<SystemSchema>> schemas;
    private final Function<WantedRows, Listing> listings;

    /** @param schemas asked for only when a reserved name is looked up or all are listed: most queries name stored tables alone */
    CatalogWithSystemTables(
            String name,
            Optional<Catalog> stored,
            Supplier<List<SystemSchema>> schemas,
            Function<WantedRows, Listing> listings) {
        this.name = name;
        this.stored = stored;
        this.schemas = schemas;
        this.listings = listings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<NamespaceName> listNamespaces() {
        Stream<NamespaceName> own = stored.map(Catalog::listNamespaces).orElse(List.of()).stream()
                .filter(namespace -> !SystemNames.isReserved(namespace));
        return Stream.concat(own, schemas.get().stream().map(SystemSchema::name))
                .sorted(Comparator.comparing(NamespaceName::toString))
                .toList();
    }

    @Override
    public boolean hasNamespace(NamespaceName namespace) {
        return SystemNames.isReserved(namespace)
                ? schema(namespace).isPresent()
                : stored.filter(catalog -> catalog.hasNamespace(namespace)).isPresent();
    }

    @Override
    public List<TableName> listTables(NamespaceName namespace) {
        return SystemNames.isReserved(namespace)
                ? schema(namespace).stream()
                        .flatMap(schema -> schema.tables().stream())
                        .map(table -> namespace.table(table.shape().name()))
                        .sorted(Comparator.comparing(TableName::table))
                        .toList()
                : stored.map(catalog -> catalog.listTables(namespace)).orElse(List.of());
    }

    @Override
    public List<TableName> listViews(NamespaceName namespace) {
        return storedOf(namespace).map(catalog -> catalog.listViews(namespace)).orElse(List.of());
    }

    @Override
    public Optional<TableMetadata> findTable(TableName table, TableVersion version) {
        if (!SystemNames.isReserved(table.namespace())) {
            return stored.flatMap(catalog -> catalog.findTable(table, version));
        }
        Optional<TableMetadata> found = systemTable(table).map(system -> system.metadata(table.namespace()));
        if (found.isPresent() && !(version instanceof TableVersion.Current)) {
            throw new CatalogException.UnknownVersion(table, version.toString(), "A system table has no versions.");
        }
        return found;
    }

    @Override
    public Optional<ViewMetadata> findView(TableName view) {
        return storedOf(view.namespace()).flatMap(catalog -> catalog.findView(view));
    }

    /** Another one each time for a system table: its rows are right for one statement. */
    @Override
    public Optional<String> stateToken(TableName table) {
        return SystemNames.isReserved(table.namespace())
                ? systemTable(table).map(_ -> UUID.randomUUID().toString())
                : stored.flatMap(catalog -> catalog.stateToken(table));
    }

    @Override
    public ScanPlan planScan(ScanRequest request) {
        TableName table = request.table();
        if (!SystemNames.isReserved(table.namespace())) {
            return writable(table.namespace()).planScan(request);
        }
        return systemTable(table)
                .orElseThrow(() -> new CatalogException.UnknownTable(table))
                .scan(table.namespace(), listings.apply(new WantedRows(request.predicate())));
    }

    private Optional<SystemSchema> schema(NamespaceName namespace) {
        return schemas.get().stream()
                .filter(schema -> schema.name().equals(namespace))
                .findFirst();
    }

    private Optional<SystemTable> systemTable(TableName table) {
        return schema(table.namespace()).flatMap(schema -> schema.find(table.table()));
    }

    private Optional<Catalog> storedOf(NamespaceName namespace) {
        return SystemNames.isReserved(namespace) ? Optional.empty() : stored;
    }

    private Catalog writable(NamespaceName namespace) {
        return storedOf(namespace)
                .orElseThrow(() -> new CatalogException.NotAllowed(
                        "Cannot change %s: it holds the engine's own tables, which are read-only. Choose another schema."
                                .formatted(namespace)));
    }

    @Override
    public void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists) {
        writable(namespace).createNamespace(namespace, properties, ifExists);
    }

    @Override
    public void dropNamespace(NamespaceName namespace, IfMissing ifMissing) {
        writable(namespace).dropNamespace(namespace, ifMissing);
    }

    @Override
    public void createTable(TableDefinition definition, IfExists ifExists) {
        writable(definition.name().namespace()).createTable(definition, ifExists);
    }

    @Override
    public void dropTable(TableName table, IfMissing ifMissing) {
        writable(table.namespace()).dropTable(table, ifMissing);
    }

    @Override
    public void createView(ViewMetadata view, IfExists ifExists) {
        writable(view.name().namespace()).createView(view, ifExists);
    }

    @Override
    public void replaceView(ViewMetadata view) {
        writable(view.name().namespace()).replaceView(view);
    }

    @Override
    public void dropView(TableName view, IfMissing ifMissing) {
        writable(view.namespace()).dropView(view, ifMissing);
    }

    @Override
    public TableWrite openAppend(TableName table) {
        return writable(table.namespace()).openAppend(table);
    }

    @Override
    public TableWrite openCreate(TableDefinition definition) {
        return writable(definition.name().namespace()).openCreate(definition);
    }

    @Override
    public TableWrite openReplace(TableDefinition definition) {
        return writable(definition.name().namespace()).openReplace(definition);
    }
}
