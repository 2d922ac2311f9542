package io.sqe.gateway.discovery;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.ViewMetadata;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The catalogs with everything left out that policy hides from one principal. */
public final class ListedCatalogs {
    private final Principal principal;
    private final Catalogs catalogs;
    private final PolicyEngine policy;

    public ListedCatalogs(Principal principal, Catalogs catalogs, PolicyEngine policy) {
        this.principal = principal;
        this.catalogs = catalogs;
        this.policy = policy;
    }

    public List<String> names() {
        return catalogs.names();
    }

    /** The namespaces of a catalog, or none if there is no such catalog. */
    public List<NamespaceName> namespaces(String catalog) {
        return catalogs.find(catalog).map(Catalog::listNamespaces).orElse(List.of());
    }

    /** Tables and views, in order of their names. */
    public List<TableName> tables(NamespaceName namespace) {
        return Stream.concat(baseTables(namespace).stream(), views(namespace).stream())
                .sorted((left, right) -> left.table().compareTo(right.table()))
                .toList();
    }

    /** Tables without views. */
    public List<TableName> baseTables(NamespaceName namespace) {
        return listed(namespace, Catalog::listTables);
    }

    public List<TableName> views(NamespaceName namespace) {
        return listed(namespace, Catalog::listViews);
    }

    private List<TableName> listed(
            NamespaceName namespace, BiFunction<Catalog, NamespaceName, List<TableName>> listing) {
        return catalogs.find(namespace.catalog())
                .filter(catalog -> catalog.hasNamespace(namespace))
                .map(catalog -> listing.apply(catalog, namespace).stream()
                        .filter(this::isVisible)
                        .toList())
                .orElse(List.of());
    }

    public Optional<TableMetadata> table(TableName name) {
        return catalogs.find(name.catalog())
                .filter(_ -> isVisible(name))
                .flatMap(catalog -> catalog.findTable(name, new TableVersion.Current()));
    }

    public Optional<ViewMetadata> view(TableName name) {
        return catalogs.find(name.catalog()).filter(_ -> isVisible(name)).flatMap(catalog -> catalog.findView(name));
    }

    /** The table's columns without the hidden ones. Any value of a masked one may be NULL. */
    public List<Column> columns(TableMetadata table) {
        List<Column> known = seen(table.schema().columns(), table.name(), TableAction.DISCOVER);
        return seen(known, table.name(), TableAction.SELECT);
    }

    private List<Column> seen(List<Column> columns, TableName table, TableAction action) {
        return switch (policy.decide(principal, table, action)) {
            case TableAccess.Full() -> columns;
            case TableAccess.Restricted(var _, var masks, var hidden) ->
                columns.stream()
                        .filter(column -> !isAmong(hidden, column))
                        .map(column -> isAmong(masks.keySet(), column) ? column.orNull() : column)
                        .toList();
            case TableAccess.Denied(var _) -> List.of();
        };
    }

    private static boolean isAmong(Set<String> names, Column column) {
        return names.stream().anyMatch(column.name()::equalsIgnoreCase);
    }

    /** What may be known of but not read is not listed, as it is not in SHOW TABLES. */
    private boolean isVisible(TableName name) {
        return isAllowed(name, TableAction.DISCOVER) && isAllowed(name, TableAction.SELECT);
    }

    private boolean isAllowed(TableName name, TableAction action) {
        return switch (policy.decide(principal, name, action)) {
            case TableAccess.Full(), TableAccess.Restricted(var _, var _, var _) -> true;
            case TableAccess.Denied(var _) -> false;
        };
    }
}
