package io.sqe.gateway.system;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableMetadata;
import java.util.List;
import java.util.Optional;

/** The tables of {@code system.metadata}. */
final class SystemMetadata {
    /** The table property that {@code COMMENT} is kept in. */
    private static final String COMMENT = "comment";

    /** What all catalogs but our own are. */
    private static final String CONNECTOR = "iceberg";

    private SystemMetadata() {}

    static SystemSchema schema() {
        return new SystemSchema(
                NamespaceName.of(SystemNames.CATALOG, "metadata"),
                List.of(
                        catalogs(),
                        tableComments(),
                        materializedViews(),
                        properties("schema_properties"),
                        properties("table_properties"),
                        properties("column_properties"),
                        properties("analyze_properties")));
    }

    private static SystemTable catalogs() {
        var shape = TableShape.named("catalogs").text("catalog_name", "connector_id", "connector_name");
        return new SystemTable(shape, (listing, rows) -> {
            for (String catalog : listing.catalogs()) {
                rows.add(catalog, catalog, SystemNames.isReservedCatalog(catalog) ? SystemNames.CATALOG : CONNECTOR);
            }
        });
    }

    private static SystemTable tableComments() {
        var shape = TableShape.named("table_comments").text("catalog_name", "schema_name", "table_name", "comment");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(listing.catalogs())) {
                rows.add(
                        relation.name().catalog(),
                        relation.schema(),
                        relation.name().table(),
                        comment(relation, listing).orElse(null));
            }
        });
    }

    private static Optional<String> comment(Relation relation, Listing listing) {
        return switch (relation.kind()) {
            case TABLE ->
                listing.table(relation)
                        .map(TableMetadata::properties)
                        .flatMap(properties -> Optional.ofNullable(properties.get(COMMENT)));
            case VIEW -> Optional.empty();
        };
    }

    /** Empty: there are none. */
    private static SystemTable materializedViews() {
        return SystemTable.empty(TableShape.named("materialized_views")
                .text("catalog_name", "schema_name", "name")
                .text("storage_catalog", "storage_schema", "storage_table", "freshness")
                .moment("last_fresh_time")
                .text("comment", "definition"));
    }

    /** Empty: properties are Iceberg's own and not listed anywhere. */
    private static SystemTable properties(String name) {
        return SystemTable.empty(
                TableShape.named(name).text("catalog_name", "property_name", "default_value", "type", "description"));
    }
}
