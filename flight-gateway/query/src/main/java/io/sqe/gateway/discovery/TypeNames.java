package io.sqe.gateway.discovery;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import java.util.stream.Collectors;

/** Column types as SQL writes them, in Trino's spelling. */
final class TypeNames {
    private TypeNames() {}

    static String of(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> "boolean";
            case ColumnType.IntegerType() -> "integer";
            case ColumnType.LongType() -> "bigint";
            case ColumnType.FloatType() -> "real";
            case ColumnType.DoubleType() -> "double";
            case ColumnType.DecimalType(int precision, int scale) -> "decimal(" + precision + ", " + scale + ")";
            case ColumnType.DateType() -> "date";
            case ColumnType.TimeType() -> "time(6)";
            case ColumnType.TimestampType(var unit, var zone) ->
                "timestamp(" + digits(unit) + ")" + (zone == ColumnType.Zone.WITH ? " with time zone" : "");
            case ColumnType.StringType() -> "varchar";
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) -> "varbinary";
            case ColumnType.UuidType() -> "uuid";
            case ColumnType.ListType(Column element) -> "array(" + of(element.type()) + ")";
            case ColumnType.MapType(Column key, Column value) ->
                "map(" + of(key.type()) + ", " + of(value.type()) + ")";
            case ColumnType.StructType(var fields) ->
                fields.stream()
                        .map(field -> SqlText.identifier(field.name()) + " " + of(field.type()))
                        .collect(Collectors.joining(", ", "row(", ")"));
        };
    }

    private static int digits(ColumnType.TimeUnit unit) {
        return switch (unit) {
            case MICROSECONDS -> 6;
            case NANOSECONDS -> 9;
        };
    }
}
