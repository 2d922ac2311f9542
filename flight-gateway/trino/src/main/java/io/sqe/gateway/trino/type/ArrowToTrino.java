package io.sqe.gateway.trino.type;

import io.sqe.gateway.trino.type.TrinoType.Temporal;
import io.sqe.gateway.trino.type.TrinoType.Temporal.Kind;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Names Arrow's types in Trino's words. Types that Trino has not become the next wider one that it has, or text. */
public final class ArrowToTrino {
    private static final int UINT64_DIGITS = 20;
    private static final int UUID_BYTES = 16;

    private ArrowToTrino() {}

    public static List<TrinoColumn> columns(Schema schema) {
        return schema.getFields().stream()
                .map(field -> new TrinoColumn(field.getName(), type(field)))
                .toList();
    }

    /**
     * The columns of a batch. Its values tell what a schema does not: whether an interval that could hold months and days holds
     * months. One column holds one kind: SQL has no type for both.
     */
    public static List<TrinoColumn> columns(VectorSchemaRoot batch) {
        return batch.getFieldVectors().stream()
                .map(vector -> new TrinoColumn(vector.getName(), type(vector)))
                .toList();
    }

    private static TrinoType type(FieldVector vector) {
        if (vector instanceof IntervalMonthDayNanoVector spans) {
            for (int row = 0; row < spans.getValueCount(); row++) {
                if (!spans.isNull(row) && IntervalMonthDayNanoVector.getMonths(spans.getDataBuffer(), row) != 0) {
                    return TrinoType.INTERVAL_YEAR_TO_MONTH;
                }
            }
        }
        return type(vector.getField());
    }

    static TrinoType type(Field field) {
        return switch (field.getType()) {
            case ArrowType.Bool _ -> TrinoType.BOOLEAN;
            case ArrowType.Int _ when isExtension(field, "arrow.bool8") -> TrinoType.BOOLEAN;
            case ArrowType.Int number -> integer(number);
            case ArrowType.FloatingPoint number ->
                switch (number.getPrecision()) {
                    case HALF, SINGLE -> TrinoType.REAL;
                    case DOUBLE -> TrinoType.DOUBLE;
                };
            case ArrowType.Decimal decimal -> new TrinoType.Decimal(decimal.getPrecision(), decimal.getScale());
            case ArrowType.FixedSizeBinary bytes
            when bytes.getByteWidth() == UUID_BYTES && isExtension(field, "arrow.uuid") -> TrinoType.UUID;
            case ArrowType.FixedSizeBinary _, ArrowType.Binary _, ArrowType.LargeBinary _, ArrowType.BinaryView _ ->
                TrinoType.VARBINARY;
            case ArrowType.Null _ -> TrinoType.UNKNOWN;
            default -> isExtension(field, "arrow.json") ? TrinoType.JSON : temporalOrNested(field);
        };
    }

    private static TrinoType integer(ArrowType.Int number) {
        if (number.getIsSigned()) {
            return switch (number.getBitWidth()) {
                case Byte.SIZE -> TrinoType.TINYINT;
                case Short.SIZE -> TrinoType.SMALLINT;
                case Integer.SIZE -> TrinoType.INTEGER;
                default -> TrinoType.BIGINT;
            };
        }
        return switch (number.getBitWidth()) {
            case Byte.SIZE -> TrinoType.SMALLINT;
            case Short.SIZE -> TrinoType.INTEGER;
            case Integer.SIZE -> TrinoType.BIGINT;
            default -> new TrinoType.Decimal(UINT64_DIGITS, 0);
        };
    }

    private static TrinoType temporalOrNested(Field field) {
        return switch (field.getType()) {
            case ArrowType.Date _ -> TrinoType.DATE;
            case ArrowType.Time time -> new Temporal(Kind.TIME, digits(time.getUnit()));
            case ArrowType.Timestamp timestamp ->
                new Temporal(
                        timestamp.getTimezone() == null ? Kind.TIMESTAMP : Kind.TIMESTAMP_WITH_TIME_ZONE,
                        digits(timestamp.getUnit()));
            case ArrowType.Interval interval ->
                switch (interval.getUnit()) {
                    case YEAR_MONTH -> TrinoType.INTERVAL_YEAR_TO_MONTH;
                    case DAY_TIME, MONTH_DAY_NANO -> TrinoType.INTERVAL_DAY_TO_SECOND;
                };
            case ArrowType.Duration _ -> TrinoType.INTERVAL_DAY_TO_SECOND;
            case ArrowType.List _, ArrowType.LargeList _, ArrowType.ListView _, ArrowType.FixedSizeList _ ->
                new TrinoType.Array(type(field.getChildren().getFirst()));
            case ArrowType.Map _ -> map(field.getChildren().getFirst().getChildren());
            case ArrowType.Struct _ ->
                new TrinoType.Row(field.getChildren().stream()
                        .map(child -> new TrinoType.Member(child.getName(), type(child)))
                        .toList());
            default -> TrinoType.VARCHAR;
        };
    }

    private static TrinoType map(List<Field> keyAndValue) {
        return new TrinoType.Mapping(type(keyAndValue.getFirst()), type(keyAndValue.getLast()));
    }

    private static int digits(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> 0;
            case MILLISECOND -> 3;
            case MICROSECOND -> 6;
            case NANOSECOND -> 9;
        };
    }

    static boolean isExtension(Field field, String name) {
        return name.equals(field.getMetadata().get("ARROW:extension:name"));
    }
}
