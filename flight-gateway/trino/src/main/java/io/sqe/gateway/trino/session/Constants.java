package io.sqe.gateway.trino.session;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of constants such as {@code BIGINT '5'}: the type and the text within quotes. All fail with IllegalArgumentException or DateTimeException. */
final class Constants {
    private static final Pattern TIMESTAMP =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9:.]+))?(?: ?([A-Za-z+-].*))?");
    private static final Pattern DECIMAL_TYPE = Pattern.compile("decimal\\(([0-9]{1,2})(?:, ?([0-9]{1,2}))?\\)");
    private static final int MICROSECOND_DIGITS = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Constants() {}

    /** A type by its name in SQL. */
    static ColumnType type(String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        Matcher decimal = DECIMAL_TYPE.matcher(plain);
        if (decimal.matches()) {
            int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
            return new ColumnType.DecimalType(Integer.parseInt(decimal.group(1)), scale);
        }
        return switch (plain.replaceAll("\\([0-9]+\\)", "")) {
            case "boolean" -> new ColumnType.BooleanType();
            case "tinyint", "smallint", "integer", "int" -> new ColumnType.IntegerType();
            case "bigint" -> new ColumnType.LongType();
            case "real" -> new ColumnType.FloatType();
            case "double", "double precision" -> new ColumnType.DoubleType();
            case "decimal" -> new ColumnType.DecimalType(ColumnType.DecimalType.PRECISION_MAX, 0);
            case "varchar", "char", "json" -> new ColumnType.StringType();
            case "varbinary" -> new ColumnType.BinaryType();
            case "date" -> new ColumnType.DateType();
            case "time" -> new ColumnType.TimeType();
            case "timestamp" -> new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT);
            case "timestamp with time zone" -> new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITH);
            case "uuid" -> new ColumnType.UuidType();
            default -> throw new IllegalArgumentException("No constant has the type " + name);
        };
    }

    /** The value that a text stands for; its type is as narrow as the text allows where the name leaves it open. */
    static Literal of(String typeName, String text) {
        ColumnType type = type(typeName);
        return switch (type) {
            case ColumnType.BooleanType _ -> new Literal(type, bool(text));
            case ColumnType.IntegerType _ -> new Literal(type, Integer.parseInt(text.strip()));
            case ColumnType.LongType _ -> new Literal(type, Long.parseLong(text.strip()));
            case ColumnType.FloatType _ -> new Literal(type, Float.parseFloat(text.strip()));
            case ColumnType.DoubleType _ -> new Literal(type, Double.parseDouble(text.strip()));
            case ColumnType.DecimalType _ -> decimal(new BigDecimal(text.strip()));
            case ColumnType.DateType _ ->
                new Literal(type, Math.toIntExact(LocalDate.parse(text.strip()).toEpochDay()));
            case ColumnType.TimeType _ ->
                new Literal(type, LocalTime.parse(text.strip()).toNanoOfDay() / NANOS_PER_MICRO);
            case ColumnType.TimestampType _ -> timestamp(text.strip());
            case ColumnType.StringType _ -> new Literal(type, text);
            case ColumnType.BinaryType _ -> binary(text);
            case ColumnType.UuidType _ -> new Literal(type, UUID.fromString(text.strip()));
            case ColumnType.FixedType _, ColumnType.ListType _, ColumnType.MapType _, ColumnType.StructType _ ->
                throw new IllegalArgumentException("No constant has the type " + typeName);
        };
    }

    /** A number without a type's name before it. */
    static Literal number(String text) {
        if (text.contains("e") || text.contains("E")) {
            return new Literal(new ColumnType.DoubleType(), Double.parseDouble(text));
        }
        if (text.contains(".")) {
            return decimal(new BigDecimal(text));
        }
        BigInteger whole = new BigInteger(text);
        if (whole.bitLength() < Integer.SIZE) {
            return new Literal(new ColumnType.IntegerType(), whole.intValue());
        }
        return whole.bitLength() < Long.SIZE
                ? new Literal(new ColumnType.LongType(), whole.longValue())
                : decimal(new BigDecimal(whole));
    }

    static Literal binary(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        return new Literal(new ColumnType.BinaryType(), bytes.asReadOnlyBuffer());
    }

    private static boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false");
        };
    }

    private static Literal decimal(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
        int precision = Math.max(plain.precision(), plain.scale());
        return new Literal(new ColumnType.DecimalType(Math.max(1, precision), plain.scale()), plain);
    }

    private static Literal timestamp(String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No timestamp");
        }
        String clock = parts.group(2) == null ? "00:00" : parts.group(2);
        LocalDateTime local = LocalDate.parse(parts.group(1)).atTime(LocalTime.parse(clock));
        Zone zone = parts.group(3) == null ? Zone.WITHOUT : Zone.WITH;
        long seconds = zone == Zone.WITH
                ? local.atZone(ZoneId.of(parts.group(3))).toEpochSecond()
                : local.toEpochSecond(ZoneOffset.UTC);
        boolean isFine = clock.contains(".") && clock.length() - clock.indexOf('.') - 1 > MICROSECOND_DIGITS;
        TimeUnit unit = isFine ? TimeUnit.NANOSECONDS : TimeUnit.MICROSECONDS;
        long value = switch (unit) {
            case NANOSECONDS ->
                Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), local.get(ChronoField.NANO_OF_SECOND));
            case MICROSECONDS ->
                Math.addExact(
                        Math.multiplyExact(seconds, MICROS_PER_SECOND),
                        local.get(ChronoField.NANO_OF_SECOND) / NANOS_PER_MICRO);
        };
        return new Literal(new ColumnType.TimestampType(unit, zone), value);
    }
}
