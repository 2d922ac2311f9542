package io.sqe.gateway.system;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.NamespaceName;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Optional;

/** The tables of {@code system.jdbc}: what Trino's JDBC driver answers {@link DatabaseMetaData} from. */
final class JdbcTables {
    private static final List<String> UNTYPED = List.of("map", "row");

    private JdbcTables() {}

    static SystemSchema schema() {
        return new SystemSchema(
                NamespaceName.of(SystemNames.CATALOG, "jdbc"),
                List.of(
                        catalogs(),
                        schemas(),
                        tables(),
                        columns(),
                        tableTypes(),
                        types(),
                        procedures(),
                        procedureColumns(),
                        pseudoColumns(),
                        superTables(),
                        superTypes(),
                        udts(),
                        attributes()));
    }

    private static SystemTable catalogs() {
        return new SystemTable(
                TableShape.named("catalogs").text("table_cat"),
                (listing, rows) -> listing.catalogs().forEach(rows::add));
    }

    private static SystemTable schemas() {
        return new SystemTable(
                TableShape.named("schemas").text("table_schem", "table_catalog"),
                (listing, rows) -> listing.catalogs()
                        .forEach(catalog -> listing.namespaces(catalog)
                                .forEach(namespace -> rows.add(SystemNames.schemaOf(namespace), catalog))));
    }

    private static SystemTable tables() {
        var shape = TableShape.named("tables")
                .text("table_cat", "table_schem", "table_name", "table_type", "remarks")
                .text("type_cat", "type_schem", "type_name", "self_referencing_col_name", "ref_generation");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(listing.catalogs())) {
                rows.add(
                        relation.name().catalog(),
                        relation.schema(),
                        relation.name().table(),
                        relation.kind().name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
        });
    }

    private static SystemTable columns() {
        var shape = TableShape.named("columns")
                .text("table_cat", "table_schem", "table_name", "column_name")
                .number("data_type")
                .text("type_name")
                .number("column_size", "buffer_length", "decimal_digits", "num_prec_radix", "nullable")
                .text("remarks", "column_def")
                .number("sql_data_type", "sql_datetime_sub", "char_octet_length", "ordinal_position")
                .text("is_nullable", "scope_catalog", "scope_schema", "scope_table")
                .number("source_data_type")
                .text("is_autoincrement", "is_generatedcolumn");
        return new SystemTable(shape, (listing, rows) -> {
            for (Relation relation : listing.relations(listing.catalogs())) {
                List<RelationColumn> columns = listing.columns(relation);
                for (int i = 0; i < columns.size(); i++) {
                    addColumn(relation, columns.get(i), i + 1, rows);
                }
            }
        });
    }

    private static void addColumn(Relation relation, RelationColumn column, int position, RowCollector rows) {
        JdbcType type = JdbcType.of(column.typeName(), column.type());
        rows.add(
                relation.name().catalog(),
                relation.schema(),
                relation.name().table(),
                column.name(),
                type.code(),
                column.typeName(),
                type.size(),
                0,
                type.decimalDigits(),
                type.radix(),
                DatabaseMetaData.columnNullableUnknown,
                column.comment().orElse(null),
                null,
                null,
                null,
                type.octets(),
                position,
                column.isNullable(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SystemTable tableTypes() {
        return new SystemTable(TableShape.named("table_types").text("table_type"), (_, rows) -> {
            rows.add("TABLE");
            rows.add("VIEW");
        });
    }

    private static SystemTable types() {
        var shape = TableShape.named("types")
                .text("type_name")
                .number("data_type", "precision")
                .text("literal_prefix", "literal_suffix", "create_params")
                .number("nullable")
                .flag("case_sensitive")
                .number("searchable")
                .flag("unsigned_attribute", "fixed_prec_scale", "auto_increment")
                .text("local_type_name")
                .number("minimum_scale", "maximum_scale", "sql_data_type", "sql_datetime_sub", "num_prec_radix");
        return new SystemTable(shape, (_, rows) -> {
            JdbcType.known().forEach((name, type) -> addType(name, type, DatabaseMetaData.typeSearchable, rows));
            addType("array", JdbcType.ARRAY, DatabaseMetaData.typePredNone, rows);
            UNTYPED.forEach(name -> addType(
                    name, JdbcType.of(name, Optional.<ColumnType>empty()), DatabaseMetaData.typePredNone, rows));
        });
    }

    private static void addType(String name, JdbcType type, int searchable, RowCollector rows) {
        rows.add(
                name,
                type.code(),
                type.size(),
                null,
                null,
                null,
                DatabaseMetaData.typeNullable,
                false,
                searchable,
                null,
                false,
                null,
                null,
                0,
                0,
                null,
                null,
                type.radix());
    }

    private static SystemTable procedures() {
        return SystemTable.empty(TableShape.named("procedures")
                .text("procedure_cat", "procedure_schem", "procedure_name", "remarks")
                .number("procedure_type")
                .text("specific_name"));
    }

    private static SystemTable procedureColumns() {
        return SystemTable.empty(TableShape.named("procedure_columns")
                .text("procedure_cat", "procedure_schem", "procedure_name", "column_name")
                .number("column_type", "data_type")
                .text("type_name")
                .number("precision", "length", "scale", "radix", "nullable")
                .text("remarks", "column_def")
                .number("sql_data_type", "sql_datetime_sub", "char_octet_length", "ordinal_position")
                .text("is_nullable", "specific_name"));
    }

    private static SystemTable pseudoColumns() {
        return SystemTable.empty(TableShape.named("pseudo_columns")
                .text("table_cat", "table_schem", "table_name", "column_name")
                .number("data_type", "column_size", "decimal_digits", "num_prec_radix")
                .text("column_usage", "remarks")
                .number("char_octet_length", "is_nullable"));
    }

    private static SystemTable superTables() {
        return SystemTable.empty(
                TableShape.named("super_tables").text("table_cat", "table_schem", "table_name", "supertable_name"));
    }

    private static SystemTable superTypes() {
        return SystemTable.empty(TableShape.named("super_types")
                .text("type_cat", "type_schem", "type_name")
                .text("supertype_cat", "supertype_schem", "supertype_name"));
    }

    private static SystemTable udts() {
        return SystemTable.empty(TableShape.named("udts")
                .text("type_cat", "type_schem", "type_name", "class_name", "data_type", "remarks", "base_type"));
    }

    private static SystemTable attributes() {
        return SystemTable.empty(TableShape.named("attributes")
                .text("type_cat", "type_schem", "type_name", "attr_name")
                .number("data_type")
                .text("attr_type_name")
                .number("attr_size", "decimal_digits", "num_prec_radix", "nullable")
                .text("remarks", "attr_def")
                .number("sql_data_type", "sql_datetime_sub", "char_octet_length", "ordinal_position")
                .text("is_nullable", "scope_catalog", "scope_schema", "scope_table")
                .number("source_data_type"));
    }
}
