package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.Literal;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Values of columns as expressions of a plan. */
final class Literals {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private Literals() {}

    static RexNode toExpression(RexBuilder rex, Literal literal) {
        RelDataType type = ColumnTypes.toField(Column.required(0, "value", literal.type()));
        return switch (literal.type()) {
            case ColumnType.DateType() -> rex.makeDateLiteral(DateString.fromDaysSinceEpoch((Integer) literal.value()));
            case ColumnType.TimeType() -> rex.makeTimeLiteral(time((Long) literal.value()), type.getPrecision());
            case ColumnType.TimestampType(TimeUnit unit, ColumnType.Zone zone) -> {
                TimestampString text = timestamp((Long) literal.value(), unit);
                yield zone == ColumnType.Zone.WITH
                        ? rex.makeTimestampWithLocalTimeZoneLiteral(text, type.getPrecision())
                        : rex.makeTimestampLiteral(text, type.getPrecision());
            }
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) ->
                rex.makeBinaryLiteral(bytes((ByteBuffer) literal.value()));
            case ColumnType.UuidType() ->
                throw new PlannerException.Unsupported("A default of type uuid", TextSpan.START);
            default -> rex.makeLiteral(literal.value(), type);
        };
    }

    private static TimeString time(long micros) {
        return TimeString.fromMillisOfDay((int) (micros / MICROS_PER_MILLI))
                .withNanos((int) (micros % MICROS_PER_SECOND * NANOS_PER_MICRO));
    }

    private static TimestampString timestamp(long value, TimeUnit unit) {
        long perSecond = unit == TimeUnit.NANOSECONDS ? NANOS_PER_SECOND : MICROS_PER_SECOND;
        long seconds = Math.floorDiv(value, perSecond);
        long nanos = Math.floorMod(value, perSecond) * (NANOS_PER_SECOND / perSecond);
        return TimestampString.fromMillisSinceEpoch(seconds * MILLIS_PER_SECOND).withNanos((int) nanos);
    }

    private static ByteString bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new ByteString(bytes);
    }

    /** Whether a number can be stored without losing a digit. */
    static boolean fits(Object value, RelDataType type) {
        if (!(value instanceof BigDecimal number)) {
            return false;
        }
        BigDecimal plain = number.stripTrailingZeros();
        int scale = Math.max(0, plain.scale());
        int whole = plain.precision() - plain.scale();
        return switch (type.getSqlTypeName()) {
            case DECIMAL -> scale <= type.getScale() && whole <= type.getPrecision() - type.getScale();
            case TINYINT, SMALLINT, INTEGER, BIGINT ->
                scale == 0 && plain.toBigInteger().bitLength() < bits(type.getSqlTypeName());
            default -> false;
        };
    }

    private static int bits(SqlTypeName type) {
        return switch (type) {
            case TINYINT -> Byte.SIZE;
            case SMALLINT -> Short.SIZE;
            case INTEGER -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }
}
