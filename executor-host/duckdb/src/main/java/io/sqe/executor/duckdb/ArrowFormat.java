package io.sqe.executor.duckdb;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the format strings of the Arrow C Data Interface.
 *
 * @see <a href="https://arrow.apache.org/docs/format/CDataInterface.html#data-type-description-format-strings">Format strings</a>
 */
final class ArrowFormat {
    private ArrowFormat() {}

    /** The type that a format string describes. The flags tell whether a map's keys are sorted. */
    static ArrowType parse(String format, long flags) {
        ArrowType simple = parseSimple(format);
        if (simple != null) {
            return simple;
        }
        int colon = format.indexOf(':');
        String head = colon < 0 ? format : format.substring(0, colon);
        String parameter = colon < 0 ? "" : format.substring(colon + 1);
        return switch (head) {
            case "d" -> decimal(parameter);
            case "w" -> new ArrowType.FixedSizeBinary(Integer.parseInt(parameter));
            case "tss" -> new ArrowType.Timestamp(TimeUnit.SECOND, zone(parameter));
            case "tsm" -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, zone(parameter));
            case "tsu" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, zone(parameter));
            case "tsn" -> new ArrowType.Timestamp(TimeUnit.NANOSECOND, zone(parameter));
            case "+w" -> new ArrowType.FixedSizeList(Integer.parseInt(parameter));
            case "+m" -> new ArrowType.Map((flags & CData.FLAG_MAP_KEYS_SORTED) != 0);
            case "+us" -> new ArrowType.Union(UnionMode.Sparse, typeIds(parameter));
            case "+ud" -> new ArrowType.Union(UnionMode.Dense, typeIds(parameter));
            default -> throw unsupported(format);
        };
    }

    private static @Nullable ArrowType parseSimple(String format) {
        return switch (format) {
            case "n" -> ArrowType.Null.INSTANCE;
            case "b" -> ArrowType.Bool.INSTANCE;
            case "c" -> new ArrowType.Int(8, true);
            case "C" -> new ArrowType.Int(8, false);
            case "s" -> new ArrowType.Int(16, true);
            case "S" -> new ArrowType.Int(16, false);
            case "i" -> new ArrowType.Int(32, true);
            case "I" -> new ArrowType.Int(32, false);
            case "l" -> new ArrowType.Int(64, true);
            case "L" -> new ArrowType.Int(64, false);
            case "e" -> new ArrowType.FloatingPoint(FloatingPointPrecision.HALF);
            case "f" -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case "g" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case "z" -> ArrowType.Binary.INSTANCE;
            case "Z" -> ArrowType.LargeBinary.INSTANCE;
            case "vz" -> ArrowType.BinaryView.INSTANCE;
            case "u" -> ArrowType.Utf8.INSTANCE;
            case "U" -> ArrowType.LargeUtf8.INSTANCE;
            case "vu" -> ArrowType.Utf8View.INSTANCE;
            case "+l" -> ArrowType.List.INSTANCE;
            case "+L" -> ArrowType.LargeList.INSTANCE;
            case "+vl" -> ArrowType.ListView.INSTANCE;
            case "+vL" -> ArrowType.LargeListView.INSTANCE;
            case "+s" -> ArrowType.Struct.INSTANCE;
            default -> parseTemporal(format);
        };
    }

    private static @Nullable ArrowType parseTemporal(String format) {
        return switch (format) {
            case "tdD" -> new ArrowType.Date(DateUnit.DAY);
            case "tdm" -> new ArrowType.Date(DateUnit.MILLISECOND);
            case "tts" -> new ArrowType.Time(TimeUnit.SECOND, 32);
            case "ttm" -> new ArrowType.Time(TimeUnit.MILLISECOND, 32);
            case "ttu" -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case "ttn" -> new ArrowType.Time(TimeUnit.NANOSECOND, 64);
            case "tDs" -> new ArrowType.Duration(TimeUnit.SECOND);
            case "tDm" -> new ArrowType.Duration(TimeUnit.MILLISECOND);
            case "tDu" -> new ArrowType.Duration(TimeUnit.MICROSECOND);
            case "tDn" -> new ArrowType.Duration(TimeUnit.NANOSECOND);
            case "tiM" -> new ArrowType.Interval(IntervalUnit.YEAR_MONTH);
            case "tiD" -> new ArrowType.Interval(IntervalUnit.DAY_TIME);
            case "tin" -> new ArrowType.Interval(IntervalUnit.MONTH_DAY_NANO);
            default -> null;
        };
    }

    private static ArrowType decimal(String parameter) {
        int[] numbers =
                Arrays.stream(parameter.split(",")).mapToInt(Integer::parseInt).toArray();
        int bits = numbers.length == 3 ? numbers[2] : 128;
        if (bits < 128) {
            throw unsupported("d:" + parameter);
        }
        return new ArrowType.Decimal(numbers[0], numbers[1], bits);
    }

    private static @Nullable String zone(String parameter) {
        return parameter.isEmpty() ? null : parameter;
    }

    private static int[] typeIds(String parameter) {
        return Arrays.stream(parameter.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /** The format string of a type. */
    static String render(ArrowType type) {
        return switch (type) {
            case ArrowType.Null _ -> "n";
            case ArrowType.Bool _ -> "b";
            case ArrowType.Int number -> renderInt(number);
            case ArrowType.FloatingPoint number ->
                switch (number.getPrecision()) {
                    case HALF -> "e";
                    case SINGLE -> "f";
                    case DOUBLE -> "g";
                };
            case ArrowType.Decimal decimal -> renderDecimal(decimal);
            case ArrowType.Binary _ -> "z";
            case ArrowType.LargeBinary _ -> "Z";
            case ArrowType.BinaryView _ -> "vz";
            case ArrowType.FixedSizeBinary binary -> "w:" + binary.getByteWidth();
            case ArrowType.Utf8 _ -> "u";
            case ArrowType.LargeUtf8 _ -> "U";
            case ArrowType.Utf8View _ -> "vu";
            default -> renderTemporalOrNested(type);
        };
    }

    private static String renderTemporalOrNested(ArrowType type) {
        return switch (type) {
            case ArrowType.Date date -> date.getUnit() == DateUnit.DAY ? "tdD" : "tdm";
            case ArrowType.Time time -> "tt" + letter(time.getUnit());
            case ArrowType.Duration duration -> "tD" + letter(duration.getUnit());
            case ArrowType.Timestamp timestamp ->
                "ts%s:%s"
                        .formatted(
                                letter(timestamp.getUnit()),
                                timestamp.getTimezone() == null ? "" : timestamp.getTimezone());
            case ArrowType.Interval interval ->
                switch (interval.getUnit()) {
                    case YEAR_MONTH -> "tiM";
                    case DAY_TIME -> "tiD";
                    case MONTH_DAY_NANO -> "tin";
                };
            case ArrowType.List _ -> "+l";
            case ArrowType.LargeList _ -> "+L";
            case ArrowType.ListView _ -> "+vl";
            case ArrowType.LargeListView _ -> "+vL";
            case ArrowType.FixedSizeList list -> "+w:" + list.getListSize();
            case ArrowType.Struct _ -> "+s";
            case ArrowType.Map _ -> "+m";
            case ArrowType.Union union -> renderUnion(union);
            default -> throw unsupported(type.toString());
        };
    }

    private static String renderInt(ArrowType.Int number) {
        String letter = switch (number.getBitWidth()) {
            case 8 -> "c";
            case 16 -> "s";
            case 32 -> "i";
            default -> "l";
        };
        return number.getIsSigned() ? letter : letter.toUpperCase(Locale.ROOT);
    }

    private static String renderDecimal(ArrowType.Decimal decimal) {
        String format = "d:%d,%d".formatted(decimal.getPrecision(), decimal.getScale());
        return decimal.getBitWidth() == 128 ? format : format + "," + decimal.getBitWidth();
    }

    private static String renderUnion(ArrowType.Union union) {
        String ids =
                Arrays.stream(union.getTypeIds()).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return (union.getMode() == UnionMode.Sparse ? "+us:" : "+ud:") + ids;
    }

    private static String letter(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> "s";
            case MILLISECOND -> "m";
            case MICROSECOND -> "u";
            case NANOSECOND -> "n";
        };
    }

    private static IllegalArgumentException unsupported(String format) {
        return new IllegalArgumentException("Arrow's format '%s' has no vector in Arrow Java".formatted(format));
    }
}
