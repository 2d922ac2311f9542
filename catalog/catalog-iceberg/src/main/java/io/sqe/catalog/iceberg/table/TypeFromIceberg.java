package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.CatalogException.InvalidDefinition;
import io.sqe.catalog.Column;
import io.sqe.catalog.Column.Presence;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Reads Iceberg's types and fields as ours. The inverse of {@link TypeToIceberg}. */
public final class TypeFromIceberg {

    private TypeFromIceberg() {}

    /** @throws InvalidDefinition for a type that the engine cannot run, naming the column */
    public static Column column(NestedField field) {
        ColumnType type = type(field.type(), field.name());
        return new Column(
                field.fieldId(),
                field.name(),
                type,
                field.isRequired() ? Presence.REQUIRED : Presence.OPTIONAL,
                Optional.ofNullable(field.doc()),
                defaultValue(type, field.initialDefault()),
                defaultValue(type, field.writeDefault()));
    }

    public static List<Column> columns(List<NestedField> fields) {
        return fields.stream().map(TypeFromIceberg::column).toList();
    }

    /** The type of a primitive value, such as a partition field's. */
    public static ColumnType type(Type type, String column) {
        return switch (type.typeId()) {
            case BOOLEAN -> new ColumnType.BooleanType();
            case INTEGER -> new ColumnType.IntegerType();
            case LONG -> new ColumnType.LongType();
            case FLOAT -> new ColumnType.FloatType();
            case DOUBLE -> new ColumnType.DoubleType();
            case DECIMAL -> {
                var decimal = (Types.DecimalType) type;
                yield new ColumnType.DecimalType(decimal.precision(), decimal.scale());
            }
            case DATE -> new ColumnType.DateType();
            case TIME -> new ColumnType.TimeType();
            case TIMESTAMP -> timestamp(TimeUnit.MICROSECONDS, ((Types.TimestampType) type).shouldAdjustToUTC());
            case TIMESTAMP_NANO ->
                timestamp(TimeUnit.NANOSECONDS, ((Types.TimestampNanoType) type).shouldAdjustToUTC());
            case STRING -> new ColumnType.StringType();
            case BINARY -> new ColumnType.BinaryType();
            case FIXED -> new ColumnType.FixedType(((Types.FixedType) type).length());
            case UUID -> new ColumnType.UuidType();
            case LIST ->
                new ColumnType.ListType(column(type.asListType().fields().getFirst()));
            case MAP -> {
                List<NestedField> entry = type.asMapType().fields();
                yield new ColumnType.MapType(column(entry.getFirst()), column(entry.getLast()));
            }
            case STRUCT -> new ColumnType.StructType(columns(type.asStructType().fields()));
            case VARIANT, UNKNOWN, GEOMETRY, GEOGRAPHY ->
                throw new InvalidDefinition(
                        "Column %s has type %s, which the engine cannot read yet.".formatted(column, type));
        };
    }

    private static ColumnType timestamp(TimeUnit unit, boolean withZone) {
        return new ColumnType.TimestampType(unit, withZone ? Zone.WITH : Zone.WITHOUT);
    }

    private static Optional<Literal> defaultValue(ColumnType type, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(IcebergValues.literal(type, value));
    }
}
