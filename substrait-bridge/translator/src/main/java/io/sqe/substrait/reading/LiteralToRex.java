package io.sqe.substrait.reading;

import io.substrait.proto.Expression.Literal;
import io.substrait.proto.Expression.Literal.IntervalDayToSecond;
import io.substrait.proto.Expression.Literal.PrecisionTimestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalTime;
import java.util.UUID;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Reads constants. */
final class LiteralToRex {
    private static final int BYTES_OF_UUID = 16;
    private static final int BYTES_OF_DECIMAL = 16;
    private static final int MONTHS_PER_YEAR = 12;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MILLIS_DIGITS = 3;
    private static final int NANOS_DIGITS = 9;

    private final RexBuilder rex;
    private final TypeToRel types;

    LiteralToRex(RexBuilder rex, TypeToRel types) {
        this.rex = rex;
        this.types = types;
    }

    RexNode read(Literal literal) {
        return switch (literal.getLiteralTypeCase()) {
            case BOOLEAN -> rex.makeLiteral(literal.getBoolean());
            case I8 -> whole(literal.getI8(), SqlTypeName.TINYINT);
            case I16 -> whole(literal.getI16(), SqlTypeName.SMALLINT);
            case I32 -> whole(literal.getI32(), SqlTypeName.INTEGER);
            case I64 -> whole(literal.getI64(), SqlTypeName.BIGINT);
            case FP32 -> approximate(literal.getFp32(), Float.toString(literal.getFp32()), SqlTypeName.REAL);
            case FP64 -> approximate(literal.getFp64(), Double.toString(literal.getFp64()), SqlTypeName.DOUBLE);
            case STRING -> rex.makeLiteral(literal.getString());
            case FIXED_CHAR -> rex.makeLiteral(literal.getFixedChar());
            case VAR_CHAR -> rex.makeLiteral(literal.getVarChar().getValue());
            case BINARY -> bytes(literal.getBinary());
            case FIXED_BINARY -> bytes(literal.getFixedBinary());
            case UUID -> uuid(literal.getUuid());
            case DECIMAL -> decimal(literal.getDecimal());
            case NULL -> rex.makeNullLiteral(types.read(literal.getNull()));
            default -> time(literal);
        };
    }

    @SuppressWarnings("deprecation") // Producers of older versions say it so.
    private RexNode time(Literal literal) {
        return switch (literal.getLiteralTypeCase()) {
            case DATE -> rex.makeDateLiteral(DateString.fromDaysSinceEpoch(literal.getDate()));
            case TIME -> time(literal.getTime(), TypeToRel.MICROSECONDS);
            case PRECISION_TIME ->
                time(
                        literal.getPrecisionTime().getValue(),
                        literal.getPrecisionTime().getPrecision());
            case TIMESTAMP ->
                rex.makeTimestampLiteral(
                        timestamp(literal.getTimestamp(), TypeToRel.MICROSECONDS), TypeToRel.MICROSECONDS);
            case TIMESTAMP_TZ ->
                rex.makeTimestampWithLocalTimeZoneLiteral(
                        timestamp(literal.getTimestampTz(), TypeToRel.MICROSECONDS), TypeToRel.MICROSECONDS);
            case PRECISION_TIMESTAMP -> {
                PrecisionTimestamp value = literal.getPrecisionTimestamp();
                yield rex.makeTimestampLiteral(timestamp(value.getValue(), value.getPrecision()), value.getPrecision());
            }
            case PRECISION_TIMESTAMP_TZ -> {
                PrecisionTimestamp value = literal.getPrecisionTimestampTz();
                yield rex.makeTimestampWithLocalTimeZoneLiteral(
                        timestamp(value.getValue(), value.getPrecision()), value.getPrecision());
            }
            case INTERVAL_YEAR_TO_MONTH -> {
                long years = literal.getIntervalYearToMonth().getYears();
                long months = literal.getIntervalYearToMonth().getMonths();
                yield rex.makeIntervalLiteral(BigDecimal.valueOf(years * MONTHS_PER_YEAR + months), TypeToRel.MONTHS);
            }
            case INTERVAL_DAY_TO_SECOND -> interval(literal.getIntervalDayToSecond());
            default -> throw Refusals.unsupported("a constant of kind " + literal.getLiteralTypeCase());
        };
    }

    private RelDataType type(SqlTypeName name) {
        return rex.getTypeFactory().createSqlType(name);
    }

    private RexNode whole(long value, SqlTypeName name) {
        return rex.makeExactLiteral(BigDecimal.valueOf(value), type(name));
    }

    /** What is no number is said as the text that a cast understands. */
    private RexNode approximate(double value, String text, SqlTypeName name) {
        return Double.isFinite(value)
                ? rex.makeApproxLiteral(new BigDecimal(text), type(name))
                : rex.makeAbstractCast(type(name), rex.makeLiteral(text), false);
    }

    private RexNode bytes(com.google.protobuf.ByteString bytes) {
        return rex.makeBinaryLiteral(new ByteString(bytes.toByteArray()));
    }

    private RexNode uuid(com.google.protobuf.ByteString bytes) {
        if (bytes.size() != BYTES_OF_UUID) {
            throw Refusals.malformed("a UUID has %d bytes".formatted(bytes.size()));
        }
        ByteBuffer halves = bytes.asReadOnlyByteBuffer();
        return rex.makeUuidLiteral(new UUID(halves.getLong(), halves.getLong()));
    }

    private RexNode decimal(Literal.Decimal decimal) {
        RelDataType type = types.decimal(decimal.getPrecision(), decimal.getScale());
        byte[] littleEndian = decimal.getValue().toByteArray();
        if (littleEndian.length != BYTES_OF_DECIMAL) {
            throw Refusals.malformed("a decimal has %d bytes".formatted(littleEndian.length));
        }
        byte[] bigEndian = new byte[BYTES_OF_DECIMAL];
        for (int i = 0; i < BYTES_OF_DECIMAL; i++) {
            bigEndian[i] = littleEndian[BYTES_OF_DECIMAL - 1 - i];
        }
        BigDecimal value = new BigDecimal(new BigInteger(bigEndian), decimal.getScale());
        if (value.precision() > decimal.getPrecision()) {
            throw Refusals.malformed("a decimal has more digits than its type");
        }
        return rex.makeExactLiteral(value, type);
    }

    private RexNode time(long value, int digits) {
        LocalTime time = LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos(digits)));
        TimeString text = new TimeString(time.getHour(), time.getMinute(), time.getSecond()).withNanos(time.getNano());
        return rex.makeTimeLiteral(text, digits);
    }

    private static TimestampString timestamp(long value, int digits) {
        long perSecond = perSecond(digits);
        long millis = Math.multiplyExact(Math.floorDiv(value, perSecond), 1_000L);
        long nanos = Math.floorMod(value, perSecond) * nanos(digits);
        return TimestampString.fromMillisSinceEpoch(millis).withNanos(Math.toIntExact(nanos));
    }

    @SuppressWarnings("deprecation") // Producers of older versions say it so.
    private RexNode interval(IntervalDayToSecond interval) {
        boolean isOld = interval.hasMicroseconds();
        int digits = isOld ? TypeToRel.MICROSECONDS : interval.getPrecision();
        perSecond(digits);
        BigDecimal fraction = BigDecimal.valueOf(isOld ? interval.getMicroseconds() : interval.getSubseconds(), digits);
        BigDecimal seconds = BigDecimal.valueOf(interval.getDays())
                .multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
                .add(BigDecimal.valueOf(interval.getSeconds()))
                .add(fraction);
        return rex.makeIntervalLiteral(seconds.movePointRight(MILLIS_DIGITS), TypeToRel.SECONDS);
    }

    private static long nanos(int digits) {
        return perSecond(NANOS_DIGITS) / perSecond(digits);
    }

    private static long perSecond(int digits) {
        if (digits < 0 || digits > NANOS_DIGITS) {
            throw Refusals.unsupported("a time of %d digits of a second".formatted(digits));
        }
        return BigInteger.TEN.pow(digits).longValueExact();
    }
}
