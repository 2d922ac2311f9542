package io.sqe.substrait.binding;

import com.google.protobuf.ByteString;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Literal.PrecisionTime;
import io.substrait.proto.Expression.Literal.PrecisionTimestamp;
import io.substrait.proto.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** Says values of columns as Substrait's constants. */
final class LiteralMessages {
    private static final int BYTES_OF_DECIMAL = 16;
    private static final int MICROSECONDS = 6;
    private static final int NANOSECONDS = 9;

    private LiteralMessages() {}

    /** A value, or the null of a type. */
    static Expression of(Optional<Literal> value, Type type) {
        Expression.Literal.Builder out = Expression.Literal.newBuilder().setNullable(true);
        value.ifPresentOrElse(literal -> set(literal, out), () -> out.setNull(type));
        return Expression.newBuilder().setLiteral(out).build();
    }

    private static void set(Literal literal, Expression.Literal.Builder out) {
        Object value = literal.value();
        switch (literal.type()) {
            case ColumnType.BooleanType() -> out.setBoolean((Boolean) value);
            case ColumnType.IntegerType() -> out.setI32((Integer) value);
            case ColumnType.LongType() -> out.setI64((Long) value);
            case ColumnType.FloatType() -> out.setFp32((Float) value);
            case ColumnType.DoubleType() -> out.setFp64((Double) value);
            case ColumnType.DecimalType(int precision, int _) -> out.setDecimal(decimal((BigDecimal) value, precision));
            case ColumnType.DateType() -> out.setDate((Integer) value);
            case ColumnType.TimeType() ->
                out.setPrecisionTime(
                        PrecisionTime.newBuilder().setPrecision(MICROSECONDS).setValue((Long) value));
            case ColumnType.TimestampType(var unit, var zone) -> setTimestamp((Long) value, unit, zone, out);
            case ColumnType.StringType() -> out.setString((String) value);
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) ->
                out.setBinary(ByteString.copyFrom(((ByteBuffer) value).duplicate()));
            case ColumnType.UuidType() -> out.setUuid(uuid((UUID) value));
            case ColumnType.ListType _, ColumnType.MapType _, ColumnType.StructType _ ->
                throw new IllegalStateException("A literal is primitive");
        }
    }

    private static void setTimestamp(long value, TimeUnit unit, Zone zone, Expression.Literal.Builder out) {
        PrecisionTimestamp.Builder timestamp = PrecisionTimestamp.newBuilder()
                .setValue(value)
                .setPrecision(
                        switch (unit) {
                            case MICROSECONDS -> MICROSECONDS;
                            case NANOSECONDS -> NANOSECONDS;
                        });
        switch (zone) {
            case WITH -> out.setPrecisionTimestampTz(timestamp);
            case WITHOUT -> out.setPrecisionTimestamp(timestamp);
        }
    }

    private static Expression.Literal.Decimal decimal(BigDecimal value, int precision) {
        byte[] bigEndian = value.unscaledValue().toByteArray();
        byte[] littleEndian = new byte[BYTES_OF_DECIMAL];
        java.util.Arrays.fill(littleEndian, (byte) (value.signum() < 0 ? -1 : 0));
        for (int i = 0; i < bigEndian.length; i++) {
            littleEndian[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return Expression.Literal.Decimal.newBuilder()
                .setValue(ByteString.copyFrom(littleEndian))
                .setPrecision(precision)
                .setScale(value.scale())
                .build();
    }

    private static ByteString uuid(UUID value) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return ByteString.copyFrom(bytes.flip());
    }
}
