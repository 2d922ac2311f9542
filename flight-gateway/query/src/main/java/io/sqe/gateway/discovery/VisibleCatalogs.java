package io.sqe.gateway.discovery;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogs with everything left out that policy hides from one principal. */
public final class VisibleCatalogs {
    private final Principal principal;
    private final Catalogs catalogs;
    private final PolicyEngine policy;

    public VisibleCatalogs(Principal principal, Catalogs catalogs, PolicyEngine policy) {
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
        return catalogs.find(namespace.catalog())
                .filter(catalog -> catalog.hasNamespace(namespace))
                .map(catalog -> Stream.concat(
                                catalog.listTables(namespace).stream(), catalog.listViews(namespace).stream())
                        .filter(this::isVisible)
                        .sorted((left, right) -> left.table().compareTo(right.table()))
                        .toList())
                .orElse(List.of());
    }

    public List<TableName> views(NamespaceName namespace) {
        return catalogs.find(namespace.catalog())
                .filter(catalog -> catalog.hasNamespace(namespace))
                .map(catalog -> catalog.listViews(namespace).stream()
                        .filter(this::isVisible)
                        .toList())
                .orElse(List.of());
    }

    public Optional<TableMetadata> table(TableName name) {
        return catalogs.find(name.catalog())
                .filter(_ -> isVisible(name))
                .flatMap(catalog -> catalog.findTable(name, new TableVersion.Current()));
    }

    /** The table's columns without the hidden ones. */
    public List<Column> columns(TableMetadata table) {
        return switch (access(table.name())) {
            case TableAccess.Full() -> table.schema().columns();
            case TableAccess.Restricted(var _, var _, var hidden) ->
                table.schema().columns().stream()
                        .filter(column -> hidden.stream().noneMatch(column.name()::equalsIgnoreCase))
                        .toList();
            case TableAccess.Denied(var _) -> List.of();
        };
    }

    private boolean isVisible(TableName name) {
        return switch (access(name)) {
            case TableAccess.Full(), TableAccess.Restricted(var _, var _, var _) -> true;
            case TableAccess.Denied(var _) -> false;
        };
    }

    private TableAccess access(TableName name) {
        return policy.decide(principal, name, TableAction.DISCOVER);
    }
}
