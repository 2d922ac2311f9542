package io.sqe.gateway.system;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.ViewMetadata;
import java.util.List;

/** The tables of {@code information_schema}, which are about one catalog. */
record InformationSchema(String catalog) {

    SystemSchema schema() {
        return new SystemSchema(
                NamespaceName.of(catalog, SystemNames.INFORMATION_SCHEMA),
                List.of(
                        schemata(),
                        tables(),
                        columns(),
                        views(),
                        tablePrivileges(),
                        roles("roles"),
                        applicableRoles(),
                        roles("enabled_roles")));
    }

    private SystemTable schemata() {
        return new SystemTable(
                TableShape.named("schemata").text("catalog_name", "schema_name"),
                (listing, rows) -> listing.namespaces(catalog)
                        .forEach(namespace -> rows.add(catalog, SystemNames.schemaOf(namespace))));
    }

    private SystemTable tables() {
        var shape = TableShape.named("tables").text("table_catalog", "table_schema", "table_name", "table_type");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(List.of(catalog))) {
                String type = switch (relation.kind()) {
                    case TABLE -> "BASE TABLE";
                    case VIEW -> "VIEW";
                };
                rows.add(catalog, relation.schema(), relation.name().table(), type);
            }
        });
    }

    /** Trino hides the comment from {@code SELECT *}; SQLAlchemy asks for it by its name. */
    private SystemTable columns() {
        var shape = TableShape.named("columns")
                .text("table_catalog", "table_schema", "table_name", "column_name")
                .number("ordinal_position")
                .text("column_default", "is_nullable", "data_type", "comment");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(List.of(catalog))) {
                addColumns(relation, listing.columns(relation), rows);
            }
        });
    }

    private void addColumns(Relation relation, List<RelationColumn> columns, RowCollector rows) {
        for (int i = 0; i < columns.size(); i++) {
            RelationColumn column = columns.get(i);
            rows.add(
                    catalog,
                    relation.schema(),
                    relation.name().table(),
                    column.name(),
                    i + 1,
                    null,
                    column.isNullable(),
                    column.typeName(),
                    column.comment().orElse(null));
        }
    }

    private SystemTable views() {
        var shape = TableShape.named("views").text("table_catalog", "table_schema", "table_name", "view_definition");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(List.of(catalog))) {
                if (relation.kind() == Relation.Kind.VIEW) {
                    rows.add(
                            catalog,
                            relation.schema(),
                            relation.name().table(),
                            listing.view(relation).map(ViewMetadata::sql).orElse(null));
                }
            }
        });
    }

    /** Empty: privileges are the policy's, which does not tell them. */
    private static SystemTable tablePrivileges() {
        return SystemTable.empty(TableShape.named("table_privileges")
                .text("grantor", "grantor_type", "grantee", "grantee_type")
                .text("table_catalog", "table_schema", "table_name")
                .text("privilege_type", "is_grantable", "with_hierarchy"));
    }

    /** The principal's own: what roles others have is not for it to know. */
    private static SystemTable roles(String name) {
        return new SystemTable(
                TableShape.named(name).text("role_name"),
                (listing, rows) -> listing.principal().roles().stream().sorted().forEach(rows::add));
    }

    private static SystemTable applicableRoles() {
        var shape = TableShape.named("applicable_roles").text("grantee", "grantee_type", "role_name", "is_grantable");
        return new SystemTable(
                shape,
                (listing, rows) -> listing.principal().roles().stream()
                        .sorted()
                        .forEach(role -> rows.add(listing.principal().name(), "USER", role, "NO")));
    }
}
