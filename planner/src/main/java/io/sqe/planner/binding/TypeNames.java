package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;

/** Types in the spelling that a person would write them in, which is Trino's. */
public final class TypeNames {

    private TypeNames() {}

    public static String of(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> "boolean";
            case ColumnType.IntegerType() -> "integer";
            case ColumnType.LongType() -> "bigint";
            case ColumnType.FloatType() -> "real";
            case ColumnType.DoubleType() -> "double";
            case ColumnType.DecimalType(int precision, int scale) -> "decimal(" + precision + "," + scale + ")";
            case ColumnType.DateType() -> "date";
            case ColumnType.TimeType() -> "time(6)";
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) -> timestamp(unit, zone);
            case ColumnType.StringType() -> "varchar";
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) -> "varbinary";
            case ColumnType.UuidType() -> "uuid";
            case ColumnType.ListType(Column element) -> "array(" + of(element.type()) + ")";
            case ColumnType.MapType(Column key, Column value) ->
                "map(" + of(key.type()) + ", " + of(value.type()) + ")";
            case ColumnType.StructType(var fields) ->
                fields.stream()
                        .map(field -> Names.quoted(field.name()) + " " + of(field.type()))
                        .collect(Collectors.joining(", ", "row(", ")"));
        };
    }

    /** A field's type; one that no column can have by the name SQL has for it. */
    static String of(RelDataType type) {
        String own = type.getSqlTypeName().getName().toLowerCase(Locale.ROOT);
        return switch (type.getSqlTypeName()) {
            // No column of a table can have these.
            case TINYINT, SMALLINT -> own;
            default -> ColumnTypes.toColumnType(type).map(TypeNames::of).orElse(own);
        };
    }

    private static String timestamp(TimeUnit unit, Zone zone) {
        String digits = unit == TimeUnit.NANOSECONDS ? "9" : "6";
        return "timestamp(" + digits + ")" + (zone == Zone.WITH ? " with time zone" : "");
    }
}
