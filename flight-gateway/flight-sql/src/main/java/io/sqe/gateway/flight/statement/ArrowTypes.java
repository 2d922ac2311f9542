package io.sqe.gateway.flight.statement;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.gateway.query.StatementDescription.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The Arrow types that results have, told ahead of any result. */
final class ArrowTypes {
    private static final Map<String, String> UUID =
            Map.of("ARROW:extension:name", "arrow.uuid", "ARROW:extension:metadata", "");
    private static final int UUID_BYTES = 16;

    private ArrowTypes() {}

    static Schema ofColumns(List<ResultColumn> columns) {
        return new Schema(columns.stream().map(ArrowTypes::field).toList());
    }

    /** Placeholders have no names: they are called by their place. */
    static Schema ofParameters(List<ColumnType> parameters) {
        List<Field> fields = new ArrayList<>();
        for (ColumnType type : parameters) {
            fields.add(field("parameter_" + (fields.size() + 1), type));
        }
        return new Schema(fields);
    }

    private static Field field(ResultColumn column) {
        return column.type()
                .map(type -> field(column.name(), type))
                .orElseGet(() -> Field.nullable(column.name(), new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO)));
    }

    private static Field field(String name, ColumnType type) {
        Map<String, String> metadata = type instanceof ColumnType.UuidType ? UUID : Map.of();
        return new Field(name, new FieldType(true, arrow(type), null, metadata), children(type));
    }

    private static ArrowType arrow(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> ArrowType.Bool.INSTANCE;
            case ColumnType.IntegerType() -> new ArrowType.Int(Integer.SIZE, true);
            case ColumnType.LongType() -> new ArrowType.Int(Long.SIZE, true);
            case ColumnType.FloatType() -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case ColumnType.DoubleType() -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case ColumnType.DecimalType(int precision, int scale) -> new ArrowType.Decimal(precision, scale, 128);
            case ColumnType.DateType() -> new ArrowType.Date(DateUnit.DAY);
            case ColumnType.TimeType() -> new ArrowType.Time(TimeUnit.MICROSECOND, Long.SIZE);
            case ColumnType.TimestampType(var unit, var zone) ->
                new ArrowType.Timestamp(
                        unit == ColumnType.TimeUnit.NANOSECONDS ? TimeUnit.NANOSECOND : TimeUnit.MICROSECOND,
                        zone == Zone.WITH ? "UTC" : null);
            case ColumnType.StringType() -> ArrowType.Utf8.INSTANCE;
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) -> ArrowType.Binary.INSTANCE;
            case ColumnType.UuidType() -> new ArrowType.FixedSizeBinary(UUID_BYTES);
            case ColumnType.ListType _ -> ArrowType.List.INSTANCE;
            case ColumnType.MapType _ -> new ArrowType.Map(false);
            case ColumnType.StructType _ -> ArrowType.Struct.INSTANCE;
        };
    }

    private static List<Field> children(ColumnType type) {
        return switch (type) {
            case ColumnType.ListType(Column element) -> List.of(field("l", element.type()));
            case ColumnType.MapType(Column key, Column value) ->
                List.of(new Field(
                        "entries",
                        FieldType.notNullable(ArrowType.Struct.INSTANCE),
                        List.of(
                                new Field("key", FieldType.notNullable(arrow(key.type())), children(key.type())),
                                field("value", value.type()))));
            case ColumnType.StructType(List<Column> columns) ->
                columns.stream()
                        .map(column -> field(column.name(), column.type()))
                        .toList();
            default -> List.of();
        };
    }
}
