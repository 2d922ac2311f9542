package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;

/** Types of columns as types of a plan's fields, and back. */
public final class ColumnTypes {
    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;
    private static final SqeTypeFactory FACTORY = SqeTypeFactory.INSTANCE;

    private ColumnTypes() {}

    /** The row type of a table with these columns. */
    public static RelDataType toRow(List<Column> columns) {
        return FACTORY.createStructType(
                columns.stream().map(ColumnTypes::toField).toList(),
                columns.stream().map(Column::name).toList());
    }

    /** The type of a column's field, nullable unless the column is required. */
    public static RelDataType toField(Column column) {
        return FACTORY.createTypeWithNullability(toField(column.type()), !column.isRequired());
    }

    private static RelDataType toField(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> FACTORY.createSqlType(SqlTypeName.BOOLEAN);
            case ColumnType.IntegerType() -> FACTORY.createSqlType(SqlTypeName.INTEGER);
            case ColumnType.LongType() -> FACTORY.createSqlType(SqlTypeName.BIGINT);
            case ColumnType.FloatType() -> FACTORY.createSqlType(SqlTypeName.REAL);
            case ColumnType.DoubleType() -> FACTORY.createSqlType(SqlTypeName.DOUBLE);
            case ColumnType.DecimalType(int precision, int scale) ->
                FACTORY.createSqlType(SqlTypeName.DECIMAL, precision, scale);
            case ColumnType.DateType() -> FACTORY.createSqlType(SqlTypeName.DATE);
            case ColumnType.TimeType() -> FACTORY.createSqlType(SqlTypeName.TIME, MICROSECONDS);
            case ColumnType.TimestampType(TimeUnit unit, Zone zone) ->
                FACTORY.createSqlType(toField(zone), digits(unit));
            case ColumnType.StringType() -> FACTORY.createSqlType(SqlTypeName.VARCHAR);
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) -> FACTORY.createSqlType(SqlTypeName.VARBINARY);
            case ColumnType.UuidType() -> FACTORY.createSqlType(SqlTypeName.UUID);
            case ColumnType.ListType(Column element) -> FACTORY.createArrayType(toField(element), -1);
            case ColumnType.MapType(Column key, Column value) -> FACTORY.createMapType(toField(key), toField(value));
            case ColumnType.StructType(List<Column> fields) -> toRow(fields);
        };
    }

    private static SqlTypeName toField(Zone zone) {
        return switch (zone) {
            case WITH -> SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
            case WITHOUT -> SqlTypeName.TIMESTAMP;
        };
    }

    private static int digits(TimeUnit unit) {
        return switch (unit) {
            case MICROSECONDS -> MICROSECONDS;
            case NANOSECONDS -> NANOSECONDS;
        };
    }

    /** A column for a field, without a field id; empty if no column type can hold it. */
    public static Optional<Column> toColumn(String name, RelDataType type) {
        return toColumnType(type)
                .map(columnType -> type.isNullable()
                        ? Column.optional(0, name, columnType)
                        : Column.required(0, name, columnType));
    }

    /** The type of a column that holds a field's values; empty if there is none. */
    public static Optional<ColumnType> toColumnType(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BOOLEAN -> Optional.of(new ColumnType.BooleanType());
            case TINYINT, SMALLINT, INTEGER -> Optional.of(new ColumnType.IntegerType());
            case BIGINT -> Optional.of(new ColumnType.LongType());
            case REAL -> Optional.of(new ColumnType.FloatType());
            case FLOAT, DOUBLE -> Optional.of(new ColumnType.DoubleType());
            case DECIMAL -> Optional.of(new ColumnType.DecimalType(type.getPrecision(), type.getScale()));
            case DATE -> Optional.of(new ColumnType.DateType());
            case TIME -> Optional.of(new ColumnType.TimeType());
            case TIMESTAMP -> Optional.of(new ColumnType.TimestampType(unit(type), Zone.WITHOUT));
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIMESTAMP_TZ ->
                Optional.of(new ColumnType.TimestampType(unit(type), Zone.WITH));
            case CHAR, VARCHAR -> Optional.of(new ColumnType.StringType());
            case BINARY, VARBINARY -> Optional.of(new ColumnType.BinaryType());
            case UUID -> Optional.of(new ColumnType.UuidType());
            case ARRAY -> list(type);
            case MAP -> map(type);
            case ROW -> struct(type);
            default -> Optional.empty();
        };
    }

    private static TimeUnit unit(RelDataType type) {
        return type.getPrecision() > MICROSECONDS ? TimeUnit.NANOSECONDS : TimeUnit.MICROSECONDS;
    }

    private static Optional<ColumnType> list(RelDataType type) {
        return Optional.ofNullable(type.getComponentType())
                .flatMap(element -> toColumn("element", element))
                .map(ColumnType.ListType::new);
    }

    private static Optional<ColumnType> map(RelDataType type) {
        RelDataType keyType = type.getKeyType();
        RelDataType valueType = type.getValueType();
        if (keyType == null || valueType == null) {
            return Optional.empty();
        }
        return toColumn("key", FACTORY.createTypeWithNullability(keyType, false))
                .flatMap(key -> toColumn("value", valueType).map(value -> new ColumnType.MapType(key, value)));
    }

    private static Optional<ColumnType> struct(RelDataType type) {
        List<Column> fields = type.getFieldList().stream()
                .map((RelDataTypeField field) -> toColumn(field.getName(), field.getType()))
                .flatMap(Optional::stream)
                .toList();
        return fields.size() == type.getFieldCount()
                ? Optional.of(new ColumnType.StructType(fields))
                : Optional.empty();
    }
}
