package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** Writes our types and columns as Iceberg's, under fresh field ids. The inverse of {@link TypeFromIceberg}. */
public final class TypeToIceberg {
    /** The id last given; a level's own fields are numbered before the fields inside them. */
    private int lastId;

    private TypeToIceberg() {}

    /** A schema whose ids are only unique: a catalog gives the real ones. */
    public static Schema schema(List<Column> columns) {
        return new Schema(new TypeToIceberg().fields(columns));
    }

    /** The Iceberg type of a primitive type. */
    public static Type.PrimitiveType primitive(ColumnType type) {
        return new TypeToIceberg().type(type).asPrimitiveType();
    }

    private List<NestedField> fields(List<Column> columns) {
        int first = lastId + 1;
        lastId += columns.size();
        List<NestedField> fields = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            fields.add(field(first + i, columns.get(i)));
        }
        return fields;
    }

    private NestedField field(int id, Column column) {
        NestedField.Builder field = NestedField.builder()
                .withId(id)
                .withName(column.name())
                .isOptional(!column.isRequired())
                .ofType(type(column.type()));
        column.doc().ifPresent(field::withDoc);
        column.initialDefault().ifPresent(value -> field.withInitialDefault(IcebergValues.icebergLiteral(value)));
        column.writeDefault().ifPresent(value -> field.withWriteDefault(IcebergValues.icebergLiteral(value)));
        return field.build();
    }

    private Type type(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> Types.BooleanType.get();
            case ColumnType.IntegerType() -> Types.IntegerType.get();
            case ColumnType.LongType() -> Types.LongType.get();
            case ColumnType.FloatType() -> Types.FloatType.get();
            case ColumnType.DoubleType() -> Types.DoubleType.get();
            case ColumnType.DecimalType(int precision, int scale) -> Types.DecimalType.of(precision, scale);
            case ColumnType.DateType() -> Types.DateType.get();
            case ColumnType.TimeType() -> Types.TimeType.get();
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) -> timestamp(unit, zone);
            case ColumnType.StringType() -> Types.StringType.get();
            case ColumnType.BinaryType() -> Types.BinaryType.get();
            case ColumnType.FixedType(int length) -> Types.FixedType.ofLength(length);
            case ColumnType.UuidType() -> Types.UUIDType.get();
            case ColumnType.ListType(Column element) -> list(element);
            case ColumnType.MapType(Column key, Column value) -> map(key, value);
            case ColumnType.StructType(List<Column> fields) -> Types.StructType.of(fields(fields));
        };
    }

    private static Type timestamp(TimeUnit unit, Zone zone) {
        return switch (unit) {
            case MICROSECONDS -> zone == Zone.WITH ? Types.TimestampType.withZone() : Types.TimestampType.withoutZone();
            case NANOSECONDS ->
                zone == Zone.WITH ? Types.TimestampNanoType.withZone() : Types.TimestampNanoType.withoutZone();
        };
    }

    private Type list(Column element) {
        int id = ++lastId;
        Type type = type(element.type());
        return element.isRequired() ? Types.ListType.ofRequired(id, type) : Types.ListType.ofOptional(id, type);
    }

    private Type map(Column key, Column value) {
        int keyId = ++lastId;
        int valueId = ++lastId;
        Type keyType = type(key.type());
        Type valueType = type(value.type());
        return value.isRequired()
                ? Types.MapType.ofRequired(keyId, valueId, keyType, valueType)
                : Types.MapType.ofOptional(keyId, valueId, keyType, valueType);
    }
}
