package io.sqe.substrait.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.ListType;
import io.sqe.catalog.ColumnType.MapType;
import io.sqe.catalog.ColumnType.StructType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.fragment.v1.Field;
import java.util.List;

/** Says columns in Iceberg's spelling. */
public final class Fields {
    private Fields() {}

    /** The column with all that is nested in it. */
    public static Field of(Column column) {
        Field.Builder field = Field.newBuilder()
                .setId(column.fieldId())
                .setName(column.name())
                .setType(type(column.type()))
                .setRequired(column.isRequired());
        children(column.type()).forEach(child -> field.addChildren(of(child)));
        column.initialDefault().ifPresent(value -> field.setInitialDefault(Constants.of(value)));
        return field.build();
    }

    private static List<Column> children(ColumnType type) {
        return switch (type) {
            case StructType(var fields) -> fields;
            case ListType(var element) -> List.of(element);
            case MapType(var key, var value) -> List.of(key, value);
            default -> List.of();
        };
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> "boolean";
            case ColumnType.IntegerType() -> "int";
            case ColumnType.LongType() -> "long";
            case ColumnType.FloatType() -> "float";
            case ColumnType.DoubleType() -> "double";
            case ColumnType.DecimalType(var precision, var scale) -> "decimal(" + precision + "," + scale + ")";
            case ColumnType.DateType() -> "date";
            case ColumnType.TimeType() -> "time";
            case ColumnType.TimestampType(var unit, var zone) ->
                "timestamp" + (zone == Zone.WITH ? "tz" : "") + (unit == TimeUnit.NANOSECONDS ? "_ns" : "");
            case ColumnType.StringType() -> "string";
            case ColumnType.BinaryType() -> "binary";
            case ColumnType.FixedType(var length) -> "fixed(" + length + ")";
            case ColumnType.UuidType() -> "uuid";
            case ListType _ -> "list";
            case MapType _ -> "map";
            case StructType _ -> "struct";
        };
    }
}
