package io.sqe.catalog;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A value of a primitive column type.
 *
 * <p>The Java class of {@code value} follows the type: Boolean, Integer, Long, Float, Double, BigDecimal (scale as the
 * type's), String, UUID, read-only ByteBuffer (binary, fixed); Integer days since 1970-01-01 (date); Long microseconds
 * of the day (time); Long micro- or nanoseconds since 1970-01-01T00:00 (timestamps).
 */
public record Literal(ColumnType type, Object value) {

    public Literal {
        Class<?> expected = switch (type) {
            case ColumnType.BooleanType() -> Boolean.class;
            case ColumnType.IntegerType(), ColumnType.DateType() -> Integer.class;
            case ColumnType.LongType(), ColumnType.TimeType(), ColumnType.TimestampType(var _, var _) -> Long.class;
            case ColumnType.FloatType() -> Float.class;
            case ColumnType.DoubleType() -> Double.class;
            case ColumnType.DecimalType(var _, var _) -> BigDecimal.class;
            case ColumnType.StringType() -> String.class;
            case ColumnType.UuidType() -> UUID.class;
            case ColumnType.BinaryType(), ColumnType.FixedType(var _) -> ByteBuffer.class;
            case ColumnType.ListType(var _), ColumnType.MapType(var _, var _), ColumnType.StructType(var _) ->
                throw new IllegalArgumentException("A literal is primitive, not " + type);
        };
        if (!expected.isInstance(value)) {
            throw new IllegalArgumentException("A literal of type " + type + " holds a " + expected.getSimpleName()
                    + ", not a " + value.getClass().getSimpleName());
        }
    }
}
