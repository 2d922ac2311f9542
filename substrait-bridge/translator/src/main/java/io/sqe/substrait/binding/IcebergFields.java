package io.sqe.substrait.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.fragment.v1.Field;

/** Columns of a catalog as the fields that cross to an executor. */
public final class IcebergFields {
    private IcebergFields() {}

    public static Field of(Column column) {
        Field.Builder field = Field.newBuilder()
                .setId(column.fieldId())
                .setName(column.name())
                .setType(typeName(column.type()))
                .setRequired(column.isRequired());
        column.initialDefault().ifPresent(value -> field.setInitialDefault(Constants.of(value)));
        switch (column.type()) {
            case ColumnType.StructType(var fields) -> fields.forEach(child -> field.addChildren(of(child)));
            case ColumnType.ListType(Column element) -> field.addChildren(of(element));
            case ColumnType.MapType(Column key, Column value) ->
                field.addChildren(of(key)).addChildren(of(value));
            default -> {}
        }
        return field.build();
    }

    /** Iceberg's own spelling (Iceberg spec, "Appendix C: JSON serialization"). */
    private static String typeName(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> "boolean";
            case ColumnType.IntegerType() -> "int";
            case ColumnType.LongType() -> "long";
            case ColumnType.FloatType() -> "float";
            case ColumnType.DoubleType() -> "double";
            case ColumnType.DecimalType(int precision, int scale) -> "decimal(" + precision + ", " + scale + ")";
            case ColumnType.DateType() -> "date";
            case ColumnType.TimeType() -> "time";
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) ->
                "timestamp" + (zone == Zone.WITH ? "tz" : "") + (unit == TimeUnit.NANOSECONDS ? "_ns" : "");
            case ColumnType.StringType() -> "string";
            case ColumnType.BinaryType() -> "binary";
            case ColumnType.FixedType(int length) -> "fixed[" + length + "]";
            case ColumnType.UuidType() -> "uuid";
            case ColumnType.StructType(var _) -> "struct";
            case ColumnType.ListType(var _) -> "list";
            case ColumnType.MapType(var _, var _) -> "map";
        };
    }
}
