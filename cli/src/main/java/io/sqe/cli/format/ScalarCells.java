package io.sqe.cli.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.util.Float16;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;

/** Text of vectors whose values hold no other values: one case for each of Arrow's types. */
final class ScalarCells {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int UUID_BYTES = 16;

    private final Notation notation;
    private final ZoneId zone;

    ScalarCells(Notation notation, ZoneId zone) {
        this.notation = notation;
        this.zone = zone;
    }

    Cells of(FieldVector vector) {
        return switch (vector) {
            case BitVector bits -> (row, out) -> out.append(bits.get(row) != 0);
            case TinyIntVector ints when isBool8(vector) -> (row, out) -> out.append(ints.get(row) != 0);
            case DecimalVector decimals -> (row, out) -> decimal(decimals.getObject(row), out);
            case Decimal256Vector decimals -> (row, out) -> decimal(decimals.getObject(row), out);
            case Float4Vector floats -> (row, out) -> floating(Float.toString(floats.get(row)), out);
            case Float8Vector floats -> (row, out) -> floating(Double.toString(floats.get(row)), out);
            case Float2Vector floats -> (row, out) -> floating(Float.toString(Float16.toFloat(floats.get(row))), out);
            case VarCharVector texts -> (row, out) -> text(texts.get(row), out);
            case LargeVarCharVector texts -> (row, out) -> text(texts.get(row), out);
            case ViewVarCharVector texts -> (row, out) -> text(texts.get(row), out);
            case VarBinaryVector bytes -> (row, out) -> binary(bytes.get(row), out);
            case LargeVarBinaryVector bytes -> (row, out) -> binary(bytes.get(row), out);
            case ViewVarBinaryVector bytes -> (row, out) -> binary(bytes.get(row), out);
            case FixedSizeBinaryVector bytes when isUuid(bytes) -> (row, out) -> uuid(bytes, row, out);
            case FixedSizeBinaryVector bytes -> (row, out) -> binary(bytes.get(row), out);
            default -> integerOrTime(vector);
        };
    }

    private Cells integerOrTime(FieldVector vector) {
        return switch (vector) {
            case TinyIntVector ints -> (row, out) -> out.append(ints.get(row));
            case SmallIntVector ints -> (row, out) -> out.append(ints.get(row));
            case IntVector ints -> (row, out) -> out.append(ints.get(row));
            case BigIntVector ints -> (row, out) -> out.append(ints.get(row));
            case UInt1Vector ints -> (row, out) -> out.append(ints.getValueAsLong(row));
            case UInt2Vector ints -> (row, out) -> out.append(ints.getValueAsLong(row));
            case UInt4Vector ints -> (row, out) -> out.append(ints.getValueAsLong(row));
            case UInt8Vector ints -> (row, out) -> out.append(Long.toUnsignedString(ints.get(row)));
            case DateDayVector days -> (row, out) -> notation.date(days.get(row), out);
            case DateMilliVector millis ->
                (row, out) -> notation.date(Duration.ofMillis(millis.get(row)).toDays(), out);
            case TimeSecVector times -> (row, out) -> notation.time(TimeUnit.SECONDS.toNanos(times.get(row)), out);
            case TimeMilliVector times ->
                (row, out) -> notation.time(TimeUnit.MILLISECONDS.toNanos(times.get(row)), out);
            case TimeMicroVector times ->
                (row, out) -> notation.time(TimeUnit.MICROSECONDS.toNanos(times.get(row)), out);
            case TimeNanoVector times -> (row, out) -> notation.time(times.get(row), out);
            case TimeStampVector stamps -> timestamp(stamps);
            default -> interval(vector);
        };
    }

    private Cells timestamp(TimeStampVector stamps) {
        TimeUnit unit = switch (stamps.getMinorType()) {
            case TIMESTAMPSEC, TIMESTAMPSECTZ -> TimeUnit.SECONDS;
            case TIMESTAMPMILLI, TIMESTAMPMILLITZ -> TimeUnit.MILLISECONDS;
            case TIMESTAMPMICRO, TIMESTAMPMICROTZ -> TimeUnit.MICROSECONDS;
            default -> TimeUnit.NANOSECONDS;
        };
        return switch (stamps.getMinorType()) {
            case TIMESTAMPSECTZ, TIMESTAMPMILLITZ, TIMESTAMPMICROTZ, TIMESTAMPNANOTZ ->
                (row, out) -> notation.zonedTimestamp(stamps.get(row), unit, zone, out);
            default -> (row, out) -> notation.timestamp(stamps.get(row), unit, out);
        };
    }

    private Cells interval(FieldVector vector) {
        return switch (vector) {
            case IntervalMonthDayNanoVector spans ->
                (row, out) -> notation.interval(
                        IntervalMonthDayNanoVector.getMonths(spans.getDataBuffer(), row),
                        IntervalMonthDayNanoVector.getDays(spans.getDataBuffer(), row),
                        IntervalMonthDayNanoVector.getNanoseconds(spans.getDataBuffer(), row),
                        out);
            case IntervalYearVector spans -> (row, out) -> notation.interval(spans.get(row), 0, 0, out);
            case IntervalDayVector spans ->
                (row, out) -> {
                    Duration span = spans.getObject(row);
                    notation.interval(
                            0,
                            (int) span.toDays(),
                            span.minusDays(span.toDays()).toNanos(),
                            out);
                };
            case DurationVector spans ->
                (row, out) -> notation.interval(0, 0, spans.getObject(row).toNanos(), out);
            // Types that no engine of ours gives; Arrow's own words are better than a failure.
            default -> (row, out) -> out.append(vector.getObject(row));
        };
    }

    private static boolean isBool8(FieldVector vector) {
        return isExtension(vector, "arrow.bool8");
    }

    private static boolean isUuid(FixedSizeBinaryVector vector) {
        return vector.getByteWidth() == UUID_BYTES && isExtension(vector, "arrow.uuid");
    }

    private static boolean isExtension(FieldVector vector, String name) {
        return name.equals(vector.getField().getMetadata().get("ARROW:extension:name"));
    }

    private static void decimal(BigDecimal value, StringBuilder out) {
        out.append(value.toPlainString());
    }

    /** Java's shortest text that reads back as the same number, without an exponent where people would write none. */
    private static void floating(String text, StringBuilder out) {
        int exponentMark = text.indexOf('E');
        if (exponentMark < 0) {
            out.append(text);
            return;
        }
        int exponent = Integer.parseInt(text.substring(exponentMark + 1));
        if (exponent < -5 || exponent > 15) {
            out.append(text);
            return;
        }
        String plain = new BigDecimal(text).toPlainString();
        out.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
    }

    private static void text(byte[] utf8, StringBuilder out) {
        out.append(new String(utf8, StandardCharsets.UTF_8));
    }

    private void binary(byte[] bytes, StringBuilder out) {
        if (notation == Notation.ISO) {
            out.append(HEX.formatHex(bytes));
        } else {
            out.append("X'").append(HEX.formatHex(bytes)).append('\'');
        }
    }

    private static void uuid(FixedSizeBinaryVector vector, int row, StringBuilder out) {
        long start = (long) row * UUID_BYTES;
        long high = Long.reverseBytes(vector.getDataBuffer().getLong(start));
        long low = Long.reverseBytes(vector.getDataBuffer().getLong(start + Long.BYTES));
        out.append(new UUID(high, low));
    }
}
