package io.sqe.catalog.iceberg;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.catalog.Literal;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Values of a column type, as SQL and as literals: small, great, and such that statistics get wrong easily.
 *
 * @param sqlType DuckDB's name of the type
 */
record Samples(String name, ColumnType type, String sqlType, List<Sample> values) {

    /** One value. */
    record Sample(String sql, Literal literal) {}

    static Stream<Samples> all() {
        return Stream.of(
                of("boolean", new ColumnType.BooleanType(), "BOOLEAN", "true", true, "false", false),
                of(
                        "int",
                        new ColumnType.IntegerType(),
                        "INTEGER",
                        "-2147483648",
                        Integer.MIN_VALUE,
                        "-1",
                        -1,
                        "0",
                        0,
                        "1",
                        1,
                        "130",
                        130,
                        "2147483647",
                        Integer.MAX_VALUE),
                of(
                        "long",
                        new ColumnType.LongType(),
                        "BIGINT",
                        "(-9223372036854775807-1)",
                        Long.MIN_VALUE,
                        "-1",
                        -1L,
                        "0",
                        0L,
                        "255",
                        255L,
                        "256",
                        256L,
                        "9223372036854775807",
                        Long.MAX_VALUE),
                of(
                        "float",
                        new ColumnType.FloatType(),
                        "FLOAT",
                        "'-inf'",
                        Float.NEGATIVE_INFINITY,
                        "-1.5",
                        -1.5f,
                        "'-0.0'",
                        -0.0f,
                        "0.0",
                        0.0f,
                        "2.5",
                        2.5f,
                        "'inf'",
                        Float.POSITIVE_INFINITY,
                        "'nan'",
                        Float.NaN),
                of(
                        "double",
                        new ColumnType.DoubleType(),
                        "DOUBLE",
                        "'-inf'",
                        Double.NEGATIVE_INFINITY,
                        "-1e300",
                        -1e300,
                        "'-0.0'",
                        -0.0,
                        "0.0",
                        0.0,
                        "0.1",
                        0.1,
                        "'inf'",
                        Double.POSITIVE_INFINITY,
                        "'nan'",
                        Double.NaN),
                decimal(9, 2, "-1234567.89", "-0.01", "0.00", "0.01", "99.99", "1234567.89"),
                decimal(18, 4, "-12345678901234.5678", "-1.0000", "0.0000", "1.0000", "12345678901234.5678"),
                decimal(
                        38,
                        10,
                        "-1234567890123456789012345678.0123456789",
                        "-0.0000000001",
                        "0.0000000000",
                        "0.0000000001",
                        "1234567890123456789012345678.0123456789"),
                of(
                        "date",
                        new ColumnType.DateType(),
                        "DATE",
                        "'1899-12-31'",
                        -25568,
                        "'1969-12-31'",
                        -1,
                        "'1970-01-01'",
                        0,
                        "'2026-11-21'",
                        20778),
                of(
                        "time",
                        new ColumnType.TimeType(),
                        "TIME",
                        "'00:00:00'",
                        0L,
                        "'12:34:56.789012'",
                        45296789012L,
                        "'23:59:59.999999'",
                        86399999999L),
                of(
                        "timestamp",
                        new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT),
                        "TIMESTAMP",
                        "'1969-12-31 23:59:59.999999'",
                        -1L,
                        "'1970-01-01 00:00:00'",
                        0L,
                        "'2026-11-21 12:34:56.789012'",
                        1795264496789012L),
                of(
                        "timestamptz",
                        new ColumnType.TimestampType(TimeUnit.MICROSECONDS, Zone.WITH),
                        "TIMESTAMPTZ",
                        "'1969-12-31 23:59:59.999999+00'",
                        -1L,
                        "'1970-01-01 00:00:00+00'",
                        0L,
                        "'2026-11-21 12:34:56.789012+00'",
                        1795264496789012L),
                of(
                        "timestamp_ns",
                        new ColumnType.TimestampType(TimeUnit.NANOSECONDS, Zone.WITHOUT),
                        "TIMESTAMP_NS",
                        "'1969-12-31 23:59:59.999999999'",
                        -1L,
                        "'1970-01-01 00:00:00'",
                        0L,
                        "'2026-11-21 12:34:56.789012345'",
                        1795264496789012345L),
                strings(
                        "",
                        "A",
                        "a",
                        "abc",
                        "abd",
                        "ab\u00e9",
                        "\uffee",
                        "\ud83d\ude00",
                        "zzzzzzzzzzzzzzzzzzzzzzzz",
                        "zzzzzzzzzzzzzzzzzzzzzzzy",
                        "\ud83d\ude00".repeat(20),
                        "o'clock",
                        "\u007f".repeat(300)),
                binary(
                        "",
                        "00",
                        "7f",
                        "80",
                        "ff",
                        "ff".repeat(20),
                        "ffffffffffffffffffffffffffffffffff01",
                        "00".repeat(40)),
                uuids(
                        "00000000-0000-0000-0000-000000000000",
                        "7fffffff-ffff-ffff-ffff-ffffffffffff",
                        "80000000-0000-0000-0000-000000000000",
                        "ffffffff-ffff-ffff-8000-000000000001"));
    }

    /** Whether the sample is a number that is none. */
    static boolean isNan(Literal literal) {
        return literal.value().equals(Double.NaN) || literal.value().equals(Float.NaN);
    }

    @Override
    public String toString() {
        return name;
    }

    /** SQL and Java values by turns. */
    private static Samples of(String name, ColumnType type, String sqlType, Object... pairs) {
        List<Sample> values = Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> new Sample("CAST(" + pairs[i] + " AS " + sqlType + ")", new Literal(type, pairs[i + 1])))
                .toList();
        return new Samples(name, type, sqlType, values);
    }

    private static Samples decimal(int precision, int scale, String... numbers) {
        String sqlType = "DECIMAL(%d,%d)".formatted(precision, scale);
        Object[] pairs = Stream.of(numbers)
                .flatMap(number -> Stream.of("'" + number + "'", new BigDecimal(number)))
                .toArray();
        return of(sqlType, new ColumnType.DecimalType(precision, scale), sqlType, pairs);
    }

    private static Samples strings(String... texts) {
        Object[] pairs = Stream.of(texts)
                .flatMap(text -> Stream.of("'" + text.replace("'", "''") + "'", text))
                .toArray();
        return of("string", new ColumnType.StringType(), "VARCHAR", pairs);
    }

    private static Samples binary(String... hex) {
        Object[] pairs = Stream.of(hex)
                .flatMap(bytes -> Stream.of(
                        "from_hex('" + bytes + "')",
                        ByteBuffer.wrap(HexFormat.of().parseHex(bytes)).asReadOnlyBuffer()))
                .toArray();
        return of("binary", new ColumnType.BinaryType(), "BLOB", pairs);
    }

    private static Samples uuids(String... texts) {
        Object[] pairs = Stream.of(texts)
                .flatMap(text -> Stream.of("'" + text + "'", UUID.fromString(text)))
                .toArray();
        return of("uuid", new ColumnType.UuidType(), "UUID", pairs);
    }
}
