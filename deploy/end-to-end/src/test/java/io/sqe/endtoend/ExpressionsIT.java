package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions mean what they mean in Trino, from text to Arrow. */
class ExpressionsIT {
    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder.resolve("warehouse"));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | CAST(NULL AS DECIMAL(9, 2)) | 0.0",
                "null | CAST(NULL AS INTEGER)       | 0",
                "null | 0.5                         | CAST(NULL AS DECIMAL(9, 2))",
                "1.7  | 0.5                         | 0.3",
                "0.0  | 0.5                         | 12345678901234567890.0",
                "-2   | 7                           | -3",
            })
    void onlyZeroItselfCannotBeDividedBy(String quotient, String dividend, String divisor) {
        String sql = "SELECT x / y FROM (VALUES (%s, %s)) AS t (x, y)".formatted(dividend, divisor);

        assertThat(engine.rows(sql)).containsExactly(quotient);
    }

    @Test
    void columnsOfRowsThatAnInsertLeavesOutAreNull() {
        engine.run(
                "CREATE TABLE nested (id INTEGER, place ROW(x INTEGER, name VARCHAR), places ARRAY(ROW(y BIGINT)))",
                "INSERT INTO nested (id) VALUES (1)",
                "INSERT INTO nested SELECT 2, ROW(3, 'here'), ARRAY[ROW(CAST(4 AS BIGINT))]");

        assertThat(engine.rows("SELECT id, place IS NULL, places IS NULL FROM nested ORDER BY id"))
                .containsExactly("1|true|true", "2|false|false");
        assertThat(engine.rows("SELECT n.place.name FROM nested n WHERE n.id = 2"))
                .containsExactly("here");
    }

    @Test
    void quotientsOfQuotientsStayShort() {
        String sql = "SELECT 1024.0" + " / (2.0".repeat(40) + ")".repeat(40);

        assertThat(engine.rows(sql)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2, 3, null  | sum(x) OVER (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) FROM (VALUES 1, 2, 3)",
                "6, 6, 6     | sum(x) OVER () FROM (VALUES 1, 2, 3)",
                "1, 5, 5, 7  | sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 2, 3)",
                "1, 5, 5, 7  | sum(x) OVER (ORDER BY x DESC GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM (VALUES 1, 2, 2, 3)",
                "4, 6, 6, 4  | sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM (VALUES 1, 2, 2, 3)",
                "4, 4, 4, 4  | sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP) FROM (VALUES 1, 2, 2, 3)",
                "5, 6, 6, 7  | sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM (VALUES 1, 2, 2, 3)",
                "2, 2, 3, 5  | sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM (VALUES 1, 2, 2, 3)",
            })
    void framesAreWhatTheySay(String sums, String window) {
        assertThat(engine.rows("SELECT " + window + " AS t (x)")).containsExactlyInAnyOrder(sums.split(", "));
    }

    /** There is no one column to number the groups by. */
    @Test
    void groupsOfPeersByTwoColumnsAreRefusedAtTheirPlace() {
        QueryException failure = engine.failure(
                "SELECT sum(x) OVER (ORDER BY x, y GROUPS 1 PRECEDING) FROM (VALUES (1, 1)) AS t (x, y)");

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
        assertThat(failure.position()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c,b,a | listagg(x, ',') WITHIN GROUP (ORDER BY x DESC)",
                "cba   | listagg(x) WITHIN GROUP (ORDER BY x DESC)",
                "c,b,a | string_agg(DISTINCT x, ',' ORDER BY x DESC)",
            })
    void textsAreJoinedInTheirOrder(String text, String call) {
        assertThat(engine.rows("SELECT " + call + " FROM (VALUES 'a', 'c', 'b') AS t (x)"))
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P2D PT4H5M6S | TIMESTAMP '2024-01-03 04:05:06' - TIMESTAMP '2024-01-01 00:00:00'",
                "P-2D PT0S    | DATE '2024-01-01' - DATE '2024-01-03'",
                "P1D PT0S     | DATE '2024-01-02' - TIMESTAMP '2024-01-01 00:00:00'",
                "P1D PT0S     | CAST('2024-01-02 00:00:00 UTC' AS TIMESTAMP WITH TIME ZONE) - DATE '2024-01-01'",
                "2            | EXTRACT(DAY FROM DATE '2024-01-03' - DATE '2024-01-01')",
                "2            | 5 - 3",
                "0.5          | 1.5 - 1",
            })
    void pointsInTimeAreAnIntervalApart(String difference, String expression) {
        assertThat(engine.rows("SELECT " + expression)).containsExactly(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | map(ARRAY['a', 'b'], ARRAY[1, 2])['b']",
                "1 | MAP['a', 1]['a']",
                "3 | CAST(map(ARRAY['a'], ARRAY[3]) AS MAP<VARCHAR, BIGINT>)['a']",
                "1 | cardinality(map(ARRAY[DATE '2024-01-01'], ARRAY[NULL]))",
                "3 | (SELECT cardinality(map_union(m)) FROM (VALUES map(ARRAY['a', 'b'], ARRAY[1, 2]), NULL, map(ARRAY['b', 'c'], ARRAY[2, 4])) AS t (m))",
                "4 | (SELECT map_union(m)['c'] FROM (VALUES map(ARRAY['a'], ARRAY[1]), map(ARRAY['c'], ARRAY[4])) AS t (m))",
            })
    void mapsAreMadeOfTwoArrays(String value, String expression) {
        assertThat(engine.rows("SELECT " + expression)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null, 1, 1, 3, 4    | lag(x) IGNORE NULLS OVER (ORDER BY i)",
                "null, 1, null, 3, 4 | lag(x) RESPECT NULLS OVER (ORDER BY i)",
                "1, 1, 1, 1, 1       | first_value(x) IGNORE NULLS OVER (ORDER BY i)",
                "1, 1, 3, 4, 4       | last_value(x) IGNORE NULLS OVER (ORDER BY i)",
            })
    void nullsAreLeftOutWhereIgnored(String values, String window) {
        String sql = "SELECT " + window
                + " FROM (VALUES (1, 1), (2, NULL), (3, 3), (4, 4), (5, NULL)) AS t (i, x) ORDER BY i";

        assertThat(engine.rows(sql)).containsExactly(values.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null    | TRY_CAST('1.5' AS INTEGER)",
                "null    | TRY_CAST('1e3' AS BIGINT)",
                "null    | TRY_CAST('0x10' AS SMALLINT)",
                "null    | TRY_CAST('1_000' AS INTEGER)",
                "null    | TRY_CAST('' AS INTEGER)",
                "-7      | CAST('-7' AS TINYINT)",
                "7       | TRY_CAST('+7' AS INTEGER)",
                "1000.0  | CAST('1e3' AS DOUBLE)",
            })
    void onlyDigitsAreWholeNumbers(String number, String cast) {
        assertThat(engine.rows("SELECT " + cast)).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | contains('abc', 'b')",
                "true  | contains(ARRAY[1, 2], 2)",
                "false | contains(ARRAY[1, 2], 3)",
                "xyc   | translate('abc', 'ab', 'xy')",
                "aXYd  | overlay('abcd' PLACING 'XY' FROM 2)",
            })
    void functionsWhoseNamesCalciteHasAsWellAreOurs(String result, String call) {
        assertThat(engine.rows("SELECT " + call)).containsExactly(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7, 7    | EXTRACT(DOW FROM x), day_of_week(x)",
                "7, 7    | EXTRACT(DAY_OF_WEEK FROM x), EXTRACT(ISODOW FROM x)",
                "2022    | EXTRACT(YOW FROM x)",
                "2022    | EXTRACT(YEAR_OF_WEEK FROM x)",
                "1, 1    | EXTRACT(DAY_OF_MONTH FROM x), EXTRACT(DAY_OF_YEAR FROM x)",
            })
    void sundayIsTheSeventhDayOfItsWeek(String parts, String fields) {
        assertThat(engine.rows("SELECT " + fields + " FROM (VALUES DATE '2023-01-01') AS t (x)"))
                .containsExactly(parts.replace(", ", "|"));
    }

    @Test
    void rowsAreValues() {
        assertThat(engine.rows("SELECT ROW(1, 'a'), ROW(x, x + 1) FROM (VALUES 2) AS t (x)"))
                .singleElement()
                .asString()
                .contains("1", "a", "2", "3");
    }

    /** Trino's answers, but for the zone that its values keep. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2012-10-30T18:00 | CAST(TIMESTAMP '2012-10-31 01:00 UTC' AT TIME ZONE 'America/Los_Angeles' AS timestamp)",
                "true             | DATE '2012-10-30' = CAST(TIMESTAMP '2012-10-31 01:00 UTC' AT TIME ZONE 'America/Los_Angeles' AS date)",
                "true             | DATE '2012-10-30' = date(at_timezone(TIMESTAMP '2012-10-31 01:00 UTC', 'America/Los_Angeles'))",
                "18               | hour(TIMESTAMP '2012-10-31 01:00:00 UTC' AT TIME ZONE 'america/los_angeles')",
                "30               | extract(MINUTE FROM TIMESTAMP '2012-10-31 01:00:00 UTC' AT TIME ZONE '+02:30')",
                "30               | minute(TIMESTAMP '2012-10-31 01:00:00 UTC' AT TIME ZONE 'UTC+02:30')",
                "3                | hour(TIMESTAMP '2012-10-31 01:00 UTC' AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE '+02:00')",
                "2012-11          | date_format(TIMESTAMP '2012-10-31 23:00 UTC' AT TIME ZONE 'Europe/Zurich', '%Y-%m')",
                "true             | date_trunc('day', TIMESTAMP '2012-10-31 01:00 UTC' AT TIME ZONE 'America/Los_Angeles') = TIMESTAMP '2012-10-30 00:00 America/Los_Angeles'",
                "true             | TIMESTAMP '2020-01-01 00:00:00+02:00' = TIMESTAMP '2019-12-31 22:00:00 UTC'",
                "true             | TIMESTAMP '2020-07-01 12:00:00.25 Europe/Zurich' = TIMESTAMP '2020-07-01 10:00:00.25 UTC'",
                "true             | TIMESTAMP '2020-01-01 00:00 UTC' AT TIME ZONE 'Asia/Tokyo' BETWEEN TIMESTAMP '2020-01-01 UTC' AND TIMESTAMP '2020-01-02 UTC'",
                "2020-01-01T01:00 | TIMESTAMP '2020-01-01 01:00'",
            })
    void timesInAZoneAreWhatItsClocksShow(String value, String expression) {
        assertThat(engine.rows("SELECT " + expression)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null, 2, 5 | sum(x) FILTER (WHERE x > 1) OVER (ORDER BY x)",
                "2, 2, 2    | count(*) FILTER (WHERE x <> 2) OVER ()",
                "1, 1, 2    | count(x) FILTER (WHERE x <> 2) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING)",
                "2, 2, 2    | min_by(x, x) FILTER (WHERE x > 1) OVER ()",
                "0, 0, 0    | count(*) FILTER (WHERE NULL) OVER ()",
            })
    void windowsLookAtTheRowsOfTheirFilter(String values, String window) {
        assertThat(engine.rows("SELECT " + window + " FROM (VALUES 1, 2, 3) AS t (x)"))
                .containsExactlyInAnyOrder(values.split(", "));
    }
}
