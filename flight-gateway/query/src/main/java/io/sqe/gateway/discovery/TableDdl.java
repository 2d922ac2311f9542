package io.sqe.gateway.discovery;

import io.sqe.catalog.Column;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import io.sqe.catalog.TableMetadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The CREATE TABLE statement that would make a table like one there is. */
final class TableDdl {
    private TableDdl() {}

    /**
     * The statement, without partition fields that come from columns not given: those are hidden.
     *
     * @param columns the ones that may be shown
     */
    static String of(TableMetadata table, List<Column> columns) {
        return "CREATE TABLE " + table.name() + " (\n"
                + columns.stream().map(TableDdl::column).collect(Collectors.joining(",\n"))
                + "\n)" + partitioning(table, columns)
                + properties(table);
    }

    private static String column(Column column) {
        return "    " + SqlText.identifier(column.name()) + " " + TypeNames.of(column.type())
                + (column.isRequired() ? " NOT NULL" : "")
                + column.doc().map(doc -> " COMMENT " + SqlText.literal(doc)).orElse("");
    }

    private static String partitioning(TableMetadata table, List<Column> columns) {
        List<String> fields = table.partitioning().stream()
                .filter(field ->
                        columns.stream().anyMatch(column -> column.name().equals(field.sourceColumn())))
                .map(TableDdl::partition)
                .toList();
        return fields.isEmpty() ? "" : "\nPARTITIONED BY (" + String.join(", ", fields) + ")";
    }

    private static String partition(PartitionField field) {
        String column = SqlText.identifier(field.sourceColumn());
        return switch (field.transform()) {
            case PartitionTransform.Identity() -> column;
            case PartitionTransform.Bucket(int buckets) -> "bucket(" + buckets + ", " + column + ")";
            case PartitionTransform.Truncate(int width) -> "truncate(" + width + ", " + column + ")";
            case PartitionTransform.Year() -> "year(" + column + ")";
            case PartitionTransform.Month() -> "month(" + column + ")";
            case PartitionTransform.Day() -> "day(" + column + ")";
            case PartitionTransform.Hour() -> "hour(" + column + ")";
            case PartitionTransform.AlwaysNull() -> "void(" + column + ")";
        };
    }

    private static String properties(TableMetadata table) {
        Map<String, String> properties = new TreeMap<>(table.properties());
        return properties.entrySet().stream()
                .map(property -> ",\n    " + SqlText.identifier(property.getKey()) + " = "
                        + SqlText.literal(property.getValue()))
                .collect(Collectors.joining("", "\nWITH (\n    format_version = " + table.formatVersion(), "\n)"));
    }
}
