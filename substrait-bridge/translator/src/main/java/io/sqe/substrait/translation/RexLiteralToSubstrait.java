package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/** Says constants in Substrait, to their last digit. */
final class RexLiteralToSubstrait {
    private static final int BYTES_OF_DECIMAL = 16;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final RelTypeToSubstrait types;

    RexLiteralToSubstrait(RelTypeToSubstrait types) {
        this.types = types;
    }

    Expression translate(RexLiteral literal) {
        return translate(literal.getValueAs(Comparable.class), literal.getType());
    }

    /** A value, in the Java class that a {@link RexLiteral} holds it in, as a constant of a type. */
    Expression translate(@Nullable Comparable<?> value, RelDataType type) {
        Literal.Builder out = Literal.newBuilder();
        if (value == null) {
            out.setNull(types.nullable(type));
        } else {
            set(value, type, out);
            out.setNullable(type.isNullable());
        }
        return Expression.newBuilder().setLiteral(out).build();
    }

    static Expression i64(long value) {
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setI64(value))
                .build();
    }

    static Expression string(String value) {
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setString(value))
                .build();
    }

    private static void set(Comparable<?> value, RelDataType type, Literal.Builder out) {
        switch (type.getSqlTypeName()) {
            case BOOLEAN -> out.setBoolean((Boolean) value);
            case TINYINT -> out.setI8(number(value).intValueExact());
            case SMALLINT -> out.setI16(number(value).intValueExact());
            case INTEGER -> out.setI32(number(value).intValueExact());
            case BIGINT -> out.setI64(number(value).longValueExact());
            case REAL -> out.setFp32(((Number) value).floatValue());
            case FLOAT, DOUBLE -> out.setFp64(((Number) value).doubleValue());
            case DECIMAL -> out.setDecimal(decimal(number(value), type));
            case CHAR, VARCHAR -> out.setString(text(value));
            case BINARY, VARBINARY ->
                out.setBinary(com.google.protobuf.ByteString.copyFrom(((ByteString) value).getBytes()));
            case UUID -> out.setUuid(uuid((UUID) value));
            default -> setTime(value, type, out);
        }
    }

    private static void setTime(Comparable<?> value, RelDataType type, Literal.Builder out) {
        switch (type.getSqlTypeName()) {
            case DATE -> out.setDate(TimeValues.days(value));
            case TIME ->
                out.setPrecisionTime(Literal.PrecisionTime.newBuilder()
                        .setPrecision(RelTypeToSubstrait.MICROSECONDS)
                        .setValue(TimeValues.microsecondsOfDay(value)));
            case TIMESTAMP -> out.setPrecisionTimestamp(timestamp(value, type));
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIMESTAMP_TZ -> out.setPrecisionTimestampTz(timestamp(value, type));
            case INTERVAL_YEAR, INTERVAL_MONTH, INTERVAL_YEAR_MONTH -> {
                int months = number(value).intValueExact();
                out.setIntervalYearToMonth(Literal.IntervalYearToMonth.newBuilder()
                        .setYears(months / MONTHS_PER_YEAR)
                        .setMonths(months % MONTHS_PER_YEAR));
            }
            case INTERVAL_DAY,
                    INTERVAL_DAY_HOUR,
                    INTERVAL_DAY_MINUTE,
                    INTERVAL_DAY_SECOND,
                    INTERVAL_HOUR,
                    INTERVAL_HOUR_MINUTE,
                    INTERVAL_HOUR_SECOND,
                    INTERVAL_MINUTE,
                    INTERVAL_MINUTE_SECOND,
                    INTERVAL_SECOND -> out.setIntervalDayToSecond(interval(number(value)));
            default -> throw new TranslationException.Unsupported("a constant of type " + type);
        }
    }

    private static BigDecimal number(Comparable<?> value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    private static String text(Comparable<?> value) {
        return value instanceof NlsString nls ? nls.getValue() : value.toString();
    }

    private static Literal.PrecisionTimestamp timestamp(Comparable<?> value, RelDataType type) {
        int precision = RelTypeToSubstrait.timestampPrecision(type);
        return Literal.PrecisionTimestamp.newBuilder()
                .setPrecision(precision)
                .setValue(TimeValues.sinceEpoch(value, precision))
                .build();
    }

    private static Literal.IntervalDayToSecond interval(BigDecimal millis) {
        long micros = millis.multiply(BigDecimal.valueOf(MILLIS_PER_SECOND)).longValueExact();
        long seconds = micros / MICROS_PER_SECOND;
        return Literal.IntervalDayToSecond.newBuilder()
                .setDays(Math.toIntExact(seconds / SECONDS_PER_DAY))
                .setSeconds(Math.toIntExact(seconds % SECONDS_PER_DAY))
                .setPrecision(RelTypeToSubstrait.MICROSECONDS)
                .setSubseconds(micros % MICROS_PER_SECOND)
                .build();
    }

    private static Literal.Decimal decimal(BigDecimal value, RelDataType type) {
        BigDecimal scaled = value.setScale(type.getScale(), RoundingMode.HALF_UP);
        return decimal(scaled, Math.max(type.getPrecision(), scaled.precision()));
    }

    private static Literal.Decimal decimal(BigDecimal value, int precision) {
        return Literal.Decimal.newBuilder()
                .setValue(com.google.protobuf.ByteString.copyFrom(littleEndian(value.unscaledValue())))
                .setPrecision(precision)
                .setScale(value.scale())
                .build();
    }

    /** A whole number as a decimal that is no wider than its digits. */
    static Expression narrowDecimal(BigDecimal whole) {
        BigDecimal value = whole.setScale(0, RoundingMode.UNNECESSARY);
        return Expression.newBuilder()
                .setLiteral(Literal.newBuilder().setDecimal(decimal(value, value.precision())))
                .build();
    }

    private static byte[] littleEndian(BigInteger value) {
        byte[] bigEndian = value.toByteArray();
        byte[] bytes = new byte[BYTES_OF_DECIMAL];
        Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
        for (int i = 0; i < bigEndian.length; i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return bytes;
    }

    private static com.google.protobuf.ByteString uuid(UUID value) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return com.google.protobuf.ByteString.copyFrom(bytes.flip());
    }
}
