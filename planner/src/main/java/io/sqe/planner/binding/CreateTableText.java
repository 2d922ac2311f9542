package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.PartitionTransform;
import io.sqe.catalog.TableMetadata;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the statement that would create a table again. */
final class CreateTableText {

    private CreateTableText() {}

    /** The statement, without what names a column that is not visible. */
    static String of(TableMetadata table, List<Column> visible) {
        String columns = visible.stream().map(CreateTableText::column).collect(Collectors.joining(",\n   "));
        String partitioning = table.partitioning().stream()
                .filter(field ->
                        visible.stream().anyMatch(column -> column.name().equals(field.sourceColumn())))
                .map(CreateTableText::term)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        boolean whole = visible.size() == table.schema().columns().size();
        return "CREATE TABLE " + table.name() + " (\n   " + columns + "\n)"
                + (partitioning.isEmpty() ? "" : "\nPARTITIONED BY (" + partitioning + ")")
                + "\nWITH (\n   " + properties(table, whole) + "\n)";
    }

    private static String column(Column column) {
        return Names.quoted(column.name()) + " " + TypeNames.of(column.type())
                + (column.isRequired() ? " NOT NULL" : "")
                + column.doc().map(doc -> " COMMENT " + Names.text(doc)).orElse("");
    }

    private static Optional<String> term(PartitionField field) {
        String source = Names.quoted(field.sourceColumn());
        return switch (field.transform()) {
            case PartitionTransform.Identity() -> Optional.of(source);
            case PartitionTransform.Year() -> Optional.of("year(" + source + ")");
            case PartitionTransform.Month() -> Optional.of("month(" + source + ")");
            case PartitionTransform.Day() -> Optional.of("day(" + source + ")");
            case PartitionTransform.Hour() -> Optional.of("hour(" + source + ")");
            case PartitionTransform.Bucket(int buckets) -> Optional.of("bucket(" + buckets + ", " + source + ")");
            case PartitionTransform.Truncate(int width) -> Optional.of("truncate(" + width + ", " + source + ")");
            case PartitionTransform.AlwaysNull() -> Optional.empty();
        };
    }

    /** Properties may name columns, so they are shown only with the whole table. */
    private static String properties(TableMetadata table, boolean whole) {
        String version = "format_version = " + table.formatVersion();
        if (!whole || table.properties().isEmpty()) {
            return version;
        }
        return version + ",\n   "
                + new TreeMap<>(table.properties())
                        .entrySet().stream()
                                .map(entry -> Names.quoted(entry.getKey()) + " = " + Names.text(entry.getValue()))
                                .collect(Collectors.joining(",\n   "));
    }
}
