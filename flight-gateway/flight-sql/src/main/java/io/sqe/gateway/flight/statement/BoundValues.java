package io.sqe.gateway.flight.statement;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Reads the values that clients bind to placeholders: a row of a batch is the values of one execution. */
public final class BoundValues {
    private static final int DECIMAL_DIGITS_MAX = 38;

    private BoundValues() {}

    public static List<Parameters> read(VectorSchemaRoot batch) {
        List<Parameters> rows = new ArrayList<>();
        for (int row = 0; row < batch.getRowCount(); row++) {
            List<Parameter> values = new ArrayList<>();
            for (FieldVector column : batch.getFieldVectors()) {
                values.add(read(column, row));
            }
            rows.add(new Parameters(values));
        }
        return rows;
    }

    private static Parameter read(FieldVector column, int row) {
        if (column instanceof NullVector || column.isNull(row)) {
            return new Parameter.Null(typeOfNull(column));
        }
        return switch (column) {
            case BitVector bits -> Parameter.of(new ColumnType.BooleanType(), bits.get(row) == 1);
            case UInt8Vector longs -> decimal(new BigDecimal(unsigned(longs.get(row))));
            case BaseIntVector whole -> whole(whole.getValueAsLong(row));
            case Float2Vector halves -> Parameter.of(new ColumnType.FloatType(), halves.getValueAsFloat(row));
            case Float4Vector floats -> Parameter.of(new ColumnType.FloatType(), floats.get(row));
            case Float8Vector doubles -> Parameter.of(new ColumnType.DoubleType(), doubles.get(row));
            case DecimalVector decimals -> decimal(decimals.getObject(row));
            case Decimal256Vector decimals -> decimal(decimals.getObject(row));
            case VarCharVector texts -> text(texts.getObject(row));
            case LargeVarCharVector texts -> text(texts.getObject(row));
            case ViewVarCharVector texts -> text(texts.getObject(row));
            case VarBinaryVector bytes -> binary(bytes.get(row));
            case LargeVarBinaryVector bytes -> binary(bytes.get(row));
            case ViewVarBinaryVector bytes -> binary(bytes.get(row));
            case FixedSizeBinaryVector bytes -> binary(bytes.get(row));
            default -> readTime(column, row);
        };
    }

    private static Parameter readTime(FieldVector column, int row) {
        return switch (column) {
            case DateDayVector days -> date(days.get(row));
            case DateMilliVector millis -> date((int) TimeUnit.MILLISECONDS.toDays(millis.get(row)));
            case TimeSecVector seconds -> time(TimeUnit.SECONDS.toMicros(seconds.get(row)));
            case TimeMilliVector millis -> time(TimeUnit.MILLISECONDS.toMicros(millis.get(row)));
            case TimeMicroVector micros -> time(micros.get(row));
            case TimeNanoVector nanos -> time(TimeUnit.NANOSECONDS.toMicros(nanos.get(row)));
            case TimeStampVector stamps ->
                timestamp((ArrowType.Timestamp) column.getField().getType(), stamps.get(row));
            default -> throw unsupported(column);
        };
    }

    private static ColumnType typeOfNull(FieldVector column) {
        return switch (column.getField().getType()) {
            case ArrowType.Bool _ -> new ColumnType.BooleanType();
            case ArrowType.Int _ -> new ColumnType.LongType();
            case ArrowType.FloatingPoint _ -> new ColumnType.DoubleType();
            case ArrowType.Decimal decimal ->
                new ColumnType.DecimalType(Math.min(decimal.getPrecision(), DECIMAL_DIGITS_MAX), decimal.getScale());
            case ArrowType.Date _ -> new ColumnType.DateType();
            case ArrowType.Time _ -> new ColumnType.TimeType();
            case ArrowType.Timestamp stamp -> timestampType(stamp);
            case ArrowType.Binary _, ArrowType.LargeBinary _, ArrowType.FixedSizeBinary _ ->
                new ColumnType.BinaryType();
            default -> new ColumnType.StringType();
        };
    }

    /** As a literal would be: the narrower of the two whole types if it fits. */
    private static Parameter whole(long value) {
        return value == (int) value
                ? Parameter.of(new ColumnType.IntegerType(), (int) value)
                : Parameter.of(new ColumnType.LongType(), value);
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static Parameter decimal(BigDecimal value) {
        BigDecimal known = value.scale() < 0 ? value.setScale(0) : value;
        int precision = Math.max(known.precision(), known.scale());
        if (precision > DECIMAL_DIGITS_MAX) {
            throw new CallRefusedException(
                    Reason.MALFORMED, "A bound decimal has more than %d digits.".formatted(DECIMAL_DIGITS_MAX));
        }
        return Parameter.of(new ColumnType.DecimalType(Math.max(precision, 1), known.scale()), known);
    }

    private static Parameter text(Object text) {
        return Parameter.of(new ColumnType.StringType(), text.toString());
    }

    private static Parameter binary(byte[] bytes) {
        return Parameter.of(new ColumnType.BinaryType(), ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    private static Parameter date(int days) {
        return Parameter.of(new ColumnType.DateType(), days);
    }

    private static Parameter time(long micros) {
        return Parameter.of(new ColumnType.TimeType(), micros);
    }

    private static Parameter timestamp(ArrowType.Timestamp type, long value) {
        long scaled = switch (type.getUnit()) {
            case SECOND -> Math.multiplyExact(value, 1_000_000L);
            case MILLISECOND -> Math.multiplyExact(value, 1_000L);
            case MICROSECOND, NANOSECOND -> value;
        };
        return Parameter.of(timestampType(type), scaled);
    }

    private static ColumnType timestampType(ArrowType.Timestamp type) {
        boolean isNanos = type.getUnit() == org.apache.arrow.vector.types.TimeUnit.NANOSECOND;
        return new ColumnType.TimestampType(
                isNanos ? ColumnType.TimeUnit.NANOSECONDS : ColumnType.TimeUnit.MICROSECONDS,
                type.getTimezone() == null ? Zone.WITHOUT : Zone.WITH);
    }

    private static CallRefusedException unsupported(FieldVector column) {
        return new CallRefusedException(
                Reason.NOT_OFFERED,
                "Values of type %s cannot be bound to a parameter. Write them into the statement."
                        .formatted(column.getField().getType()));
    }
}
