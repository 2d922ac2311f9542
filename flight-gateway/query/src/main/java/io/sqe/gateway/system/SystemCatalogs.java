package io.sqe.gateway.system;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Catalogs;
import io.sqe.gateway.discovery.ListedCatalogs;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The catalogs of one principal, each with its {@code information_schema}, and the catalog {@code system} after them. */
public final class SystemCatalogs implements Catalogs {
    private final Principal principal;
    private final Catalogs stored;
    private final RuntimeTables runtime;
    private final ViewColumns viewColumns;
    private final ListedCatalogs visible;

    /**
     * @param stored the principal's own catalogs
     * @param policy what the principal may know of them and of system tables
     * @param viewColumns is asked while a query over a listing of columns is planned
     */
    public SystemCatalogs(
            Principal principal,
            Catalogs stored,
            SystemTablesPolicy policy,
            RuntimeState runtime,
            Supplier<List<CacheStatistics>> caches,
            Function<Catalogs, ViewColumns> viewColumns) {
        if (stored.names().stream().anyMatch(SystemNames::isReservedCatalog)) {
            throw new CatalogException.InvalidDefinition(
                    "No catalog may be named system: its tables are the engine's own. Give it another name.");
        }
        this.principal = principal;
        this.stored = stored;
        this.runtime = new RuntimeTables(runtime, caches);
        this.viewColumns = viewColumns.apply(this);
        this.visible = new ListedCatalogs(principal, this, policy);
    }

    @Override
    public List<String> names() {
        return Stream.concat(stored.names().stream(), Stream.of(SystemNames.CATALOG))
                .toList();
    }

    @Override
    public Optional<Catalog> find(String name) {
        if (name.equals(SystemNames.CATALOG)) {
            return Optional.of(with(name, Optional.empty(), this::systemSchemas));
        }
        return stored.find(name)
                .map(catalog -> with(name, Optional.of(catalog), () -> List.of(informationSchema(name))));
    }

    private List<SystemSchema> systemSchemas() {
        return List.of(
                informationSchema(SystemNames.CATALOG), JdbcTables.schema(), SystemMetadata.schema(), runtime.schema());
    }

    private static SystemSchema informationSchema(String catalog) {
        return new InformationSchema(catalog).schema();
    }

    private Catalog with(String name, Optional<Catalog> catalog, Supplier<List<SystemSchema>> schemas) {
        return new CatalogWithSystemTables(
                name, catalog, schemas, wanted -> new Listing(principal, visible, viewColumns, wanted));
    }
}
