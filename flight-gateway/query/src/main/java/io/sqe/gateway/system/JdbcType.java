package io.sqe.gateway.system;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import java.sql.Types;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A type as JDBC describes it, with the numbers that Trino gives for it.
 *
 * @param size digits of a number, bits of a floating point number's mantissa, characters of all else
 * @param decimalDigits digits behind the point, of a fraction of a second too
 * @param octets bytes of text or binary, at most
 */
record JdbcType(
        int code,
        @Nullable Integer size,
        @Nullable Integer decimalDigits,
        @Nullable Integer radix,
        @Nullable Integer octets) {
    static final JdbcType ARRAY = plain(Types.ARRAY);

    private static final int TIME_CHARACTERS = "HH:MM:SS".length();
    private static final int DATE_CHARACTERS = "+5881580-07-11".length();
    private static final int TIMESTAMP_CHARACTERS = "-292278-MM-DD HH:MM:SS".length() - 1;
    private static final int POINT = 1;
    private static final int ZONE_CHARACTERS = 1
            + ZoneId.getAvailableZoneIds().stream()
                    .mapToInt(String::length)
                    .max()
                    .orElseThrow();

    /** A type by its name or, where that does not tell all, by the column type that holds it. */
    static JdbcType of(String name, Optional<ColumnType> type) {
        return switch (name) {
            case "tinyint" -> number(Types.TINYINT, 3);
            case "smallint" -> number(Types.SMALLINT, 5);
            default -> type.map(JdbcType::of).orElseGet(() -> plain(Types.JAVA_OBJECT));
        };
    }

    private static JdbcType of(ColumnType type) {
        return switch (type) {
            case ColumnType.BooleanType() -> plain(Types.BOOLEAN);
            case ColumnType.IntegerType() -> number(Types.INTEGER, 10);
            case ColumnType.LongType() -> number(Types.BIGINT, 19);
            case ColumnType.FloatType() -> new JdbcType(Types.REAL, 24, null, 2, null);
            case ColumnType.DoubleType() -> new JdbcType(Types.DOUBLE, 53, null, 2, null);
            case ColumnType.DecimalType(int precision, int scale) ->
                new JdbcType(Types.DECIMAL, precision, scale, 10, null);
            case ColumnType.DateType() -> new JdbcType(Types.DATE, DATE_CHARACTERS, null, null, null);
            case ColumnType.TimeType() -> moment(Types.TIME, TIME_CHARACTERS, digits(TimeUnit.MICROSECONDS));
            case ColumnType.TimestampType(var unit, var zone) ->
                switch (zone) {
                    case WITHOUT -> moment(Types.TIMESTAMP, TIMESTAMP_CHARACTERS, digits(unit));
                    // The year may have a digit more.
                    case WITH ->
                        moment(Types.TIMESTAMP_WITH_TIMEZONE, TIMESTAMP_CHARACTERS + 1 + ZONE_CHARACTERS, digits(unit));
                };
            case ColumnType.StringType() -> bytes(Types.VARCHAR);
            case ColumnType.BinaryType(), ColumnType.FixedType(int _) -> bytes(Types.VARBINARY);
            case ColumnType.ListType(var _) -> ARRAY;
            case ColumnType.UuidType(), ColumnType.MapType(var _, var _), ColumnType.StructType(var _) ->
                plain(Types.JAVA_OBJECT);
        };
    }

    /** The types that have no parts, by name. */
    static Map<String, JdbcType> known() {
        Map<String, JdbcType> known = new LinkedHashMap<>();
        known.put("boolean", of(new ColumnType.BooleanType()));
        known.put("tinyint", of("tinyint", Optional.empty()));
        known.put("smallint", of("smallint", Optional.empty()));
        known.put("integer", of(new ColumnType.IntegerType()));
        known.put("bigint", of(new ColumnType.LongType()));
        known.put("real", of(new ColumnType.FloatType()));
        known.put("double", of(new ColumnType.DoubleType()));
        known.put("decimal", of(new ColumnType.DecimalType(ColumnType.DecimalType.PRECISION_MAX, 0)));
        known.put("varchar", of(new ColumnType.StringType()));
        known.put("varbinary", of(new ColumnType.BinaryType()));
        known.put("date", of(new ColumnType.DateType()));
        known.put("time", of(new ColumnType.TimeType()));
        known.put("timestamp", of(new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT)));
        known.put("timestamp with time zone", of(new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITH)));
        known.put("uuid", of(new ColumnType.UuidType()));
        return known;
    }

    private static int digits(TimeUnit unit) {
        return switch (unit) {
            case MICROSECONDS -> 6;
            case NANOSECONDS -> 9;
        };
    }

    private static JdbcType plain(int code) {
        return new JdbcType(code, null, null, null, null);
    }

    private static JdbcType number(int code, int digits) {
        return new JdbcType(code, digits, null, 10, null);
    }

    private static JdbcType moment(int code, int characters, int digits) {
        return new JdbcType(code, characters + POINT + digits, digits, null, null);
    }

    private static JdbcType bytes(int code) {
        return new JdbcType(code, Integer.MAX_VALUE, null, null, Integer.MAX_VALUE);
    }
}
