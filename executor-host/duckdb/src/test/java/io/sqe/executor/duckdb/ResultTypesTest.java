package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultTypesTest {
    private Engine engine;

    @BeforeAll
    void open() {
        engine = Engine.open(DatabaseOptions.locked().withSetting("TimeZone", "UTC"));
    }

    @AfterAll
    void nothingLeaks() {
        engine.close();
        assertThat(ImportedArray.unreleased()).isZero();
    }

    /** SQL, the Arrow type it becomes, and the value as text. */
    static Stream<Arguments> types() {
        return Stream.of(
                arguments("NULL", "Null", "null"),
                arguments("true", "Bool", "true"),
                arguments("(-128)::TINYINT", "Int(8, true)", "-128"),
                arguments("(-32768)::SMALLINT", "Int(16, true)", "-32768"),
                arguments("(-2147483648)::INTEGER", "Int(32, true)", "-2147483648"),
                arguments("(-9223372036854775808)::BIGINT", "Int(64, true)", "-9223372036854775808"),
                arguments("255::UTINYINT", "Int(8, false)", "-1"),
                arguments("65::USMALLINT", "Int(16, false)", "A"),
                arguments("4294967295::UINTEGER", "Int(32, false)", "-1"),
                arguments("18446744073709551615::UBIGINT", "Int(64, false)", "-1"),
                arguments(
                        "-170141183460469231731687303715884105727::HUGEINT",
                        "Decimal(38, 0, 128)",
                        "-170141183460469231731687303715884105727"),
                arguments("1.5::FLOAT", "FloatingPoint(SINGLE)", "1.5"),
                arguments("'-Infinity'::DOUBLE", "FloatingPoint(DOUBLE)", "-Infinity"),
                arguments("-1.25::DECIMAL(4,2)", "Decimal(4, 2, 128)", "-1.25"),
                arguments("1234567.89::DECIMAL(9,2)", "Decimal(9, 2, 128)", "1234567.89"),
                arguments("1234567890123456.78::DECIMAL(18,2)", "Decimal(18, 2, 128)", "1234567890123456.78"),
                arguments(
                        "-99999999999999999999999999999999999999::DECIMAL(38,0)",
                        "Decimal(38, 0, 128)",
                        "-99999999999999999999999999999999999999"),
                arguments("'häß 🦆'", "Utf8", "häß 🦆"),
                arguments("''", "Utf8", ""),
                arguments("'\\xAA\\x00b'::BLOB", "Binary", "aa0062"),
                arguments("DATE '1969-12-31'", "Date(DAY)", "-1"),
                arguments("TIME '01:02:03.000004'", "Time(MICROSECOND, 64)", "3723000004"),
                arguments("'01:02:03.000000004'::TIME_NS", "Time(NANOSECOND, 64)", "3723000000004"),
                arguments("'2024-01-02 03:04:05'::TIMESTAMP_S", "Timestamp(SECOND, null)", "2024-01-02T03:04:05"),
                arguments(
                        "'2024-01-02 03:04:05.006'::TIMESTAMP_MS",
                        "Timestamp(MILLISECOND, null)",
                        "2024-01-02T03:04:05.006"),
                arguments(
                        "TIMESTAMP '2024-01-02 03:04:05.000006'",
                        "Timestamp(MICROSECOND, null)",
                        "2024-01-02T03:04:05.000006"),
                arguments(
                        "'2024-01-02 03:04:05.000000007'::TIMESTAMP_NS",
                        "Timestamp(NANOSECOND, null)",
                        "2024-01-02T03:04:05.000000007"),
                arguments("TIMESTAMPTZ '1970-01-01 01:00:00+01'", "Timestamp(MICROSECOND, UTC)", "0"),
                arguments("INTERVAL '1 month 2 days 3 seconds'", "Interval(MONTH_DAY_NANO)", "P1M2D PT3S"),
                arguments(
                        "'6d3d2541-ed1d-4b1e-8c54-7d1f1c3a2b11'::UUID", "Utf8", "6d3d2541-ed1d-4b1e-8c54-7d1f1c3a2b11"),
                arguments("'b'::ENUM('a', 'b')", "Utf8", "b"),
                arguments("[1, NULL, 3]", "List", "[1,null,3]"),
                arguments("[[['a'], []], NULL]", "List", "[[[\"a\"],[]],null]"),
                arguments("[1, 2, NULL]::SMALLINT[3]", "FixedSizeList(3)", "[1,2,null]"),
                arguments("{'a': 1, 'b': {'c': 'x', 'd': NULL}}", "Struct", "{\"a\":1,\"b\":{\"c\":\"x\"}}"),
                arguments("MAP {'k': 1, 'l': NULL}", "Map(false)", "[{\"key\":\"k\",\"value\":1},{\"key\":\"l\"}]"),
                arguments("union_value(num := 7)", "Union(Sparse, [0])", "7"),
                arguments("row(1, 'x')", "Struct", "{\"element1\":1,\"element2\":\"x\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void everyTypeArrives(String sql, String type, String text) {
        Field field = engine.schema("SELECT " + sql + " AS x").getFields().getFirst();
        assertThat(field.getType()).hasToString(type);
        assertThat(field.getName()).isEqualTo("x");
        assertThat(engine.text("SELECT " + sql)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void everyTypeArrivesBetweenNullsAndInAnyBatch(String sql, String type, String text) {
        String column = "CASE WHEN range %% 3 = 1 THEN %s END".formatted(sql);
        List<String> texts = engine.texts("SELECT %s FROM range(5000)".formatted(column), 1_000);
        assertThat(texts).hasSize(5000);
        assertThat(texts.subList(4996, 5000)).containsExactly(text, "null", "null", text);
    }

    @Test
    void membersOfAUnionDiffer() {
        assertThat(engine.texts(
                        "SELECT unnest([1::UNION(num INTEGER, str VARCHAR), 'x'::UNION(num INTEGER, str VARCHAR)])",
                        10))
                .containsExactly("1", "x");
    }

    @Test
    void aHundredThousandStringsInListsSurviveTheBatchBoundaries() {
        assertThat(engine.texts("SELECT [repeat('x', (range % 40)::INT), range::VARCHAR] FROM range(100_000)", 32_768))
                .hasSize(100_000)
                .startsWith("[\"\",\"0\"]", "[\"x\",\"1\"]")
                .endsWith("[\"%s\",\"99999\"]".formatted("x".repeat(39)));
    }

    @Test
    void binaryAndListViewsArriveWhenAskedFor() {
        DatabaseOptions options = DatabaseOptions.locked()
                .withSetting("arrow_output_version", "1.4")
                .withSetting("arrow_output_list_view", "true");
        try (Engine views = Engine.open(options)) {
            String sql = "SELECT repeat('abc', range::INT)::BLOB AS b, [range, NULL, range + 1] AS l FROM range(5000)";
            assertThat(views.schema(sql).getFields().getFirst().getType()).hasToString("BinaryView");
            assertThat(views.schema(sql).getFields().getLast().getType()).hasToString("ListView");
            assertThat(views.rows(sql).get(1)).hasToString("[616263, [1,null,2]]");
            assertThat(views.rows(sql).get(5)).hasToString("[%s, [5,null,6]]".formatted("616263".repeat(5)));
        }
    }

    @Test
    void largeStringsArriveWhenAskedFor() {
        try (Engine large = Engine.open(DatabaseOptions.locked().withSetting("arrow_large_buffer_size", "true"))) {
            String sql = "SELECT 'a' || range AS s, ['b'] AS l FROM range(3)";
            assertThat(large.schema(sql).getFields().getFirst().getType()).hasToString("LargeUtf8");
            assertThat(large.texts(sql, 10)).containsExactly("a0", "a1", "a2");
        }
    }

    @Test
    void anEmptyResultHasItsColumns() {
        assertThat(engine.schema("SELECT 1 AS a, 'x' AS b WHERE false").getFields())
                .extracting(Field::getName)
                .containsExactly("a", "b");
        assertThat(engine.rows("SELECT 1 AS a, [1] AS b WHERE false")).isEmpty();
    }

    @Test
    void columnsOfOneNameStayApart() {
        assertThat(engine.rows("SELECT 1 AS a, 2 AS a")).containsExactly(List.of(1, 2));
    }
}
