package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.ColumnType.BooleanType;
import io.sqe.catalog.ColumnType.DateType;
import io.sqe.catalog.ColumnType.DecimalType;
import io.sqe.catalog.ColumnType.DoubleType;
import io.sqe.catalog.ColumnType.IntegerType;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.catalog.ColumnType.TimeUnit;
import io.sqe.catalog.ColumnType.TimestampType;
import io.sqe.catalog.ColumnType.Zone;
import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.caching.ResultCacheLimits;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.SqlText;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement with placeholders, run with ever other values, answers what the same text with constants in it does. */
class PreparedQueriesIT {
    @TempDir
    static Path folder;

    private static ResultCache results;
    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        results = ResultCache.open(new ResultCacheLimits(8 << 20, 1 << 20, Duration.ofMinutes(5)));
        engine = EngineFixture.openWith(results, folder.resolve("warehouse"));
        engine.run(
                "CREATE TABLE orders (id INTEGER, customer BIGINT, total DECIMAL(10, 2), rate DOUBLE, day DATE,"
                        + " placed TIMESTAMP, note VARCHAR, paid BOOLEAN) PARTITIONED BY (day)",
                "INSERT INTO orders SELECT CAST(x AS INTEGER), x % 10, CAST(x AS DECIMAL(10, 2)) / 4, x / 3e0,"
                        + " DATE '2024-01-01' + (x % 3) * INTERVAL '1' DAY,"
                        + " TIMESTAMP '2024-01-01 00:00:00' + x * INTERVAL '1' HOUR,"
                        + " CASE WHEN x % 5 = 0 THEN 'it''s' WHEN x % 5 = 1 THEN ' OR 1=1' WHEN x % 5 = 2 THEN NULL"
                        + " WHEN x % 5 = 3 THEN '?' ELSE 'x%_' END, x % 2 = 0 FROM UNNEST(sequence(1, 100)) AS u(x)",
                "INSERT INTO orders (id) VALUES (NULL)");
    }

    @AfterAll
    static void close() {
        engine.close();
        results.close();
    }

    static Stream<Arguments> statements() {
        List<Constant> integers = List.of(integer(3), integer(-1), integer(50), integer(1_000_000), integer(7));
        List<Constant> longs = List.of(bigint(3), bigint(5_000_000_000L), bigint(0), bigint(-1), bigint(100));
        List<Constant> decimals = List.of(decimal("1.25"), decimal("2.50"), decimal("-1.00"), decimal("25.00"));
        List<Constant> doubles = List.of(number(1.0), number(0.5), number(1e300), number(33.333));
        List<Constant> texts =
                List.of(text("it's"), text("?"), text("' OR '1'='1"), text("x%_"), text(""), text(" OR 1=1"));
        List<Constant> days = List.of(day("2024-01-01"), day("2024-01-02"), day("1999-12-31"), day("2024-01-03"));
        List<Constant> moments = List.of(
                moment("2024-01-02T00:00:00"), moment("2024-01-03T04:00:00.000001"), moment("0001-01-01T00:00:00"));
        List<Constant> truths = List.of(truth(true), truth(false), truth(true));
        return Stream.of(
                Arguments.of("SELECT * FROM orders WHERE id = ?", integers),
                Arguments.of("SELECT * FROM orders WHERE id = ?", longs),
                Arguments.of("SELECT * FROM orders WHERE customer = ? AND id > ?", integers),
                Arguments.of("SELECT id, total * ? FROM orders WHERE total <= ?", decimals),
                Arguments.of("SELECT id, total + ? FROM orders WHERE total > ?", integers),
                Arguments.of("SELECT id FROM orders WHERE total BETWEEN ? AND ? + 10", doubles),
                Arguments.of("SELECT id, rate / ? FROM orders WHERE rate < ?", doubles),
                Arguments.of("SELECT id FROM orders WHERE rate <> ?", decimals),
                Arguments.of("SELECT id, note = ? FROM orders WHERE note >= ?", texts),
                Arguments.of("SELECT id FROM orders WHERE note LIKE ?", texts),
                Arguments.of("SELECT id FROM orders WHERE note NOT IN (?, 'x%_', ?) OR note IS DISTINCT FROM ?", texts),
                Arguments.of("SELECT count(*) FROM orders WHERE day = ?", days),
                Arguments.of("SELECT id FROM orders WHERE placed > ?", days),
                Arguments.of("SELECT id FROM orders WHERE placed < ? OR placed = ?", moments),
                Arguments.of("SELECT id FROM orders WHERE day < ?", moments),
                Arguments.of("SELECT id FROM orders WHERE paid = ?", truths),
                Arguments.of("SELECT id FROM orders WHERE id IN (?, ?, 9) OR customer IN (?)", integers),
                Arguments.of(
                        "SELECT customer, sum(CASE WHEN id > ? THEN total END), count(*) FILTER (WHERE id < ?)"
                                + " FROM orders GROUP BY customer HAVING count(*) > ?",
                        integers),
                Arguments.of(
                        "SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM orders p WHERE p.id = o.id + ? AND"
                                + " p.customer < ?) AND ? IN (SELECT id FROM orders)",
                        integers),
                Arguments.of(
                        "SELECT a.id, b.id FROM orders a LEFT JOIN orders b ON a.id = b.id + ? AND b.customer = ?",
                        longs),
                Arguments.of(
                        "WITH w AS (SELECT id + ? AS k FROM orders) SELECT k FROM w UNION SELECT id FROM orders WHERE id = ?",
                        integers),
                Arguments.of("SELECT id FROM orders WHERE CAST(id AS VARCHAR) = CAST(? AS VARCHAR)", integers),
                Arguments.of(
                        "SELECT id FROM orders WHERE day >= CAST(? AS DATE)",
                        List.of(text("2024-01-02"), text("2024-01-03"), text("1999-01-01"))),
                Arguments.of("SELECT id, ? AS tag FROM orders WHERE id < 3", texts),
                Arguments.of(
                        "SELECT id FROM orders WHERE id > 0 ORDER BY id LIMIT ?",
                        List.of(count(3), count(0), count(5), count(1))));
    }

    /** Twice round: the first two runs are planned for their values, what comes then need not be. */
    @ParameterizedTest
    @MethodSource("statements")
    void whatIsAskedWithValuesIsWhatIsAskedWithConstants(String sql, List<Constant> values) {
        int count = (int) sql.chars().filter(c -> c == '?').count();
        for (int run = 0; run < 2 * values.size(); run++) {
            int first = run;
            List<Constant> given = Stream.iterate(0, i -> i + 1)
                    .limit(count)
                    .map(i -> values.get((first + i * (1 + first / values.size())) % values.size()))
                    .toList();

            assertThat(sorted(rows(sql, given))).as(sql + given).isEqualTo(sorted(engine.rows(written(sql, given))));
        }
    }

    @Test
    void aNullAmongTheValuesFindsNothing() {
        String sql = "SELECT id FROM orders WHERE id = ? OR id IS NULL";
        for (int i = 1; i < 5; i++) {
            assertThat(rows(sql, List.of(integer(i)))).containsExactlyInAnyOrder("" + i, "null");
            assertThat(rows(sql, List.of(new Constant("NULL", new Parameter.Null(new IntegerType())))))
                    .containsExactly("null");
        }
    }

    @Test
    void aTableThatChangedIsReadAsItIs() {
        String sql = "SELECT n FROM growing WHERE n < ?";
        engine.run("CREATE TABLE growing (n INTEGER)", "INSERT INTO growing VALUES (1)");
        for (int i = 2; i < 8; i++) {
            assertThat(rows(sql, List.of(integer(i)))).hasSize(i - 1);
            assertThat(rows(sql, List.of(integer(i + 100)))).hasSize(i - 1);
            assertThat(rows(sql, List.of(integer(i + 200)))).hasSize(i - 1);
            engine.run("INSERT INTO growing VALUES (" + i + ")");
        }
    }

    private static List<String> rows(String sql, List<Constant> values) {
        var parameters = new Parameters(values.stream().map(Constant::value).toList());
        return engine.rows(new SqlText(sql), QueryOptions.standard().withParameters(parameters));
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    /** None of the statements here has a question mark but for its placeholders. */
    private static String written(String sql, List<Constant> values) {
        var text = new StringBuilder();
        var rest = new ArrayDeque<>(values);
        sql.chars().forEach(c -> text.append(c == '?' ? rest.pop().sql() : Character.toString(c)));
        return text.toString();
    }

    private static Constant integer(int value) {
        return new Constant("CAST(" + value + " AS INTEGER)", Parameter.of(new IntegerType(), value));
    }

    /** A number of rows is written without a cast. */
    private static Constant count(int value) {
        return new Constant(Integer.toString(value), Parameter.of(new IntegerType(), value));
    }

    private static Constant bigint(long value) {
        return new Constant("CAST(" + value + " AS BIGINT)", Parameter.of(new LongType(), value));
    }

    private static Constant decimal(String value) {
        return new Constant(
                "CAST(" + value + " AS DECIMAL(10, 2))", Parameter.of(new DecimalType(10, 2), new BigDecimal(value)));
    }

    private static Constant number(double value) {
        return new Constant("CAST(" + value + " AS DOUBLE)", Parameter.of(new DoubleType(), value));
    }

    private static Constant text(String value) {
        return new Constant("'" + value.replace("'", "''") + "'", Parameter.of(new StringType(), value));
    }

    private static Constant day(String value) {
        return new Constant("DATE '" + value + "'", Parameter.of(new DateType(), (int)
                LocalDate.parse(value).toEpochDay()));
    }

    private static Constant moment(String value) {
        LocalDateTime at = LocalDateTime.parse(value);
        long micros = ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), at);
        return new Constant(
                "TIMESTAMP '" + value.replace('T', ' ') + "'",
                Parameter.of(new TimestampType(TimeUnit.MICROSECONDS, Zone.WITHOUT), micros));
    }

    private static Constant truth(boolean value) {
        return new Constant(Boolean.toString(value), Parameter.of(new BooleanType(), value));
    }

    /** A value, as SQL says it and as a client gives it. */
    record Constant(String sql, Parameter value) {}
}
