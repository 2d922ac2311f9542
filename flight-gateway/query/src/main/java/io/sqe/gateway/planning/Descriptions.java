package io.sqe.gateway.planning;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.gateway.discovery.FunctionListing;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.result.ResultTable;
import io.sqe.planner.binding.Description;
import io.sqe.planner.binding.Description.Effect;
import io.sqe.planner.binding.Description.ResultColumn;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Says what a statement answers and asks for in the types that its rows come in. */
final class Descriptions {
    private static final int DECIMAL_BITS = 128;

    private final ZoneId zone;

    private Descriptions(ZoneId zone) {
        this.zone = zone;
    }

    static StatementDescription inArrow(Description description, ZoneId zone) {
        var types = new Descriptions(zone);
        List<Field> parameters = new ArrayList<>();
        for (ColumnType type : description.parameters()) {
            parameters.add(types.field("$" + (parameters.size() + 1), type));
        }
        return new StatementDescription(kind(description.effect()), types.columns(description), new Schema(parameters));
    }

    private static StatementKind kind(Effect effect) {
        return switch (effect) {
            case NONE -> StatementKind.ROWS;
            case ROWS_WRITTEN -> StatementKind.WRITE;
            case DEFINITION -> StatementKind.COMMAND;
        };
    }

    private Schema columns(Description description) {
        return switch (description.effect()) {
            case ROWS_WRITTEN -> ResultTable.rowsWritten().schema();
            case DEFINITION -> ResultTable.message("").schema();
            // The planner does not know the function catalogue's listing.
            case NONE ->
                description.columns().isEmpty()
                        ? FunctionListing.emptyTable().schema()
                        : new Schema(
                                description.columns().stream().map(this::field).toList());
        };
    }

    private Field field(ResultColumn column) {
        return switch (column.typeName().toLowerCase(Locale.ROOT)) {
            case "tinyint" -> Field.nullable(column.name(), new ArrowType.Int(Byte.SIZE, true));
            case "smallint" -> Field.nullable(column.name(), new ArrowType.Int(Short.SIZE, true));
            default ->
                column.type()
                        .map(type -> field(column.name(), type))
                        .orElseGet(() ->
                                Field.nullable(column.name(), new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO)));
        };
    }

    private Field field(String name, ColumnType type) {
        return new Field(name, FieldType.nullable(arrow(type)), children(type));
    }

    private ArrowType arrow(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> new ArrowType.Bool();
            case ColumnType.IntegerType() -> new ArrowType.Int(Integer.SIZE, true);
            case ColumnType.LongType() -> new ArrowType.Int(Long.SIZE, true);
            case ColumnType.FloatType() -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case ColumnType.DoubleType() -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case ColumnType.DecimalType(int precision, int scale) ->
                new ArrowType.Decimal(precision, scale, DECIMAL_BITS);
            case ColumnType.DateType() -> new ArrowType.Date(DateUnit.DAY);
            case ColumnType.TimeType() -> new ArrowType.Time(TimeUnit.MICROSECOND, Long.SIZE);
            case ColumnType.TimestampType(var unit, var withZone) ->
                new ArrowType.Timestamp(
                        unit == ColumnType.TimeUnit.NANOSECONDS ? TimeUnit.NANOSECOND : TimeUnit.MICROSECOND,
                        withZone == Zone.WITH ? zoneName() : null);
            case ColumnType.StringType() -> new ArrowType.Utf8();
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) -> new ArrowType.Binary();
            case ColumnType.UuidType() -> new ArrowType.Utf8();
            case ColumnType.ListType(var _) -> new ArrowType.List();
            case ColumnType.MapType(var _, var _) -> new ArrowType.Map(false);
            case ColumnType.StructType(var _) -> new ArrowType.Struct();
        };
    }

    /** The session's zone as the engine names it in its batches. */
    private String zoneName() {
        ZoneId normalized = zone.normalized();
        if (normalized.equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        return normalized instanceof ZoneOffset ? "GMT" + normalized.getId() : normalized.getId();
    }

    private List<Field> children(ColumnType type) {
        return switch (type) {
            case ColumnType.ListType(var element) -> List.of(field("l", element.type()));
            case ColumnType.MapType(var key, var value) -> List.of(entries(key, value));
            case ColumnType.StructType(var fields) ->
                fields.stream()
                        .map(nested -> field(nested.name(), nested.type()))
                        .toList();
            default -> List.of();
        };
    }

    /** Arrow wants the entries of a map, and their keys, to be there. */
    private Field entries(Column key, Column value) {
        Field keys = new Field("key", FieldType.notNullable(arrow(key.type())), children(key.type()));
        return new Field(
                "entries", FieldType.notNullable(new ArrowType.Struct()), List.of(keys, field("value", value.type())));
    }
}
