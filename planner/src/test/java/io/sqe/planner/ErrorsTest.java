package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said in one sentence, with a place, and with the name that was probably meant. */
class ErrorsTest {
    private static final Lake LAKE = Shop.lake();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT id FORM orders | SyntaxError | 1:11 | Cannot read the statement: 'FORM' does not fit here. Did you mean FROM?",
                "SELECT id FROM orders WHERE | SyntaxError | 1:27 | Cannot read the statement: it ends too early. Expected an expression or a query.",
                "SELECT (1 + 2 | SyntaxError | 1:13 | Cannot read the statement: it ends too early. Expected, for instance, ) or , or AND or ORDER.",
                "SELC 1 | SyntaxError | 1:1 | Cannot read the statement: 'SELC' does not fit here. Expected, for instance, SELECT.",
                "SELECT 'abc | SyntaxError | 1:8 | Cannot read the statement: a quote is not closed, or a character has no meaning in SQL. Check the quotes.",
                "SELECT * FROM ordrs | UnknownTable | 1:15 | Cannot find table lake.sales.ordrs. Did you mean lake.sales.orders?",
                "SELECT * FROM hr.salarie | UnknownTable | 1:15 | Cannot find table lake.hr.salarie. Did you mean lake.hr.salaries?",
                "SELECT * FROM hrr.salaries | UnknownSchema | 1:15 | Cannot find schema lake.hrr. Did you mean lake.hr?",
                "SELECT totl FROM orders | UnknownColumn | 1:8 | Cannot find column totl. Did you mean total?",
                "SELECT o.totl FROM orders o | UnknownColumn | 1:10 | Cannot find column totl. Did you mean total?",
                "SELECT id FROM orders ORDER BY totl | UnknownColumn | 1:32 | Cannot find column totl. Did you mean total?",
                "SELECT x.id FROM orders o | UnknownTable | 1:8 | Cannot find table x. SHOW TABLES lists what there is.",
                "SELECT id FROM orders, customers | AmbiguousColumn | 1:8 | Column id is ambiguous: more than one table has it. Put the table's name and a dot in front.",
                "SELECT uper(region) FROM orders | UnknownFunction | 1:8 | Cannot find function uper. Did you mean upper?",
                "SELECT region FROM orders GROUP BY day | InvalidStatement | 1:8 | Cannot select region: it is neither grouped nor aggregated. Add it to GROUP BY or aggregate it.",
                "SELECT id FROM orders UNION SELECT id, name FROM customers | TypeMismatch | 1:36 | Cannot combine these queries: UNION needs the same number of columns on both sides.",
                "SELECT 1 FROM orders a, orders a | DuplicateName | 1:25 | Two tables in FROM are called a. Give one of them another name with AS.",
                "SELECT now() AT TIME ZONE 'UTC' | Unsupported | 1:8 | AT TIME ZONE whose zone would have to be kept, as values here have none (write CAST(… AT TIME ZONE 'zone' AS timestamp) for what clocks show there, or leave it out for the point in time), is not supported.",
                "SELECT hour(now() AT TIME ZONE 'Mars/Base') | InvalidArguments | 1:32 | Cannot find a time zone 'Mars/Base'. Write one such as Europe/Zurich or +02:00.",
                "SELECT TIMESTAMP '2020-01-01 00:00 Mars/Base' | InvalidArguments | 1:8 | Cannot find a time zone 'Mars/Base'. Write one such as Europe/Zurich or +02:00.",
                "SELECT array_agg(id) FILTER (WHERE id > 1) OVER () FROM orders | Unsupported | 1:8 | FILTER with OVER for this function (write CASE inside of it) is not supported.",
                "UPDATE orders SET id = 1 | Unsupported | 1:1 | UPDATE is not supported.",
                "DELETE FROM orders | Unsupported | 1:1 | DELETE is not supported.",
                "SELECT 1; SELECT 2 | SyntaxError | 1:11 | There is more than one statement. Send them one by one.",
                "-- nothing | SyntaxError | 1:1 | There is no statement. Write one."
            })
    void failureIsToldWithItsPlace(String sql, String kind, String place, String message) {
        assertThatThrownBy(() -> LAKE.plan(sql)).isInstanceOfSatisfying(PlannerException.class, failure -> {
            assertThat(failure).hasMessage(message);
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.span().line() + ":" + failure.span().column()).isEqualTo(place);
        });
    }

    @Test
    void placeIsGivenByLine() {
        assertThatThrownBy(() -> LAKE.plan("SELECT id,\n\ttotl\nFROM orders"))
                .isInstanceOfSatisfying(
                        PlannerException.class,
                        failure -> assertThat(failure.span()).isEqualTo(new TextSpan(2, 2, 2, 5)));
    }

    @Test
    void typesThatDoNotGoTogetherAreNamed() {
        assertThatThrownBy(() -> LAKE.plan("SELECT region + day FROM orders"))
                .isInstanceOf(PlannerException.TypeMismatch.class)
                .hasMessageStartingWith("Cannot apply + to these types: varchar + date.");
    }

    @Test
    void fiveHundredParenthesesArePlanned() {
        String sql = "SELECT " + "(".repeat(500) + "id" + ")".repeat(500) + " FROM orders";

        assertThat(LAKE.query(sql).columnNames()).containsExactly("id");
    }

    /** A planning thread has a large stack: this is how large it must be for what programs write. */
    @Test
    void fiveHundredNestedCallsAndQueriesArePlannedInSixtyFourMegabytesOfStack() throws InterruptedException {
        String calls = "SELECT " + "abs(1 + ".repeat(500) + "id" + ")".repeat(500) + " FROM orders";
        String queries = "SELECT id FROM (".repeat(100) + "SELECT id FROM orders" + ")".repeat(100);

        List<Integer> columns = new CopyOnWriteArrayList<>();
        var planning = new Thread(
                null,
                () -> Stream.of(calls, queries)
                        .forEach(
                                sql -> columns.add(LAKE.query(sql).columnNames().size())),
                "planning",
                64L << 20);
        planning.start();
        planning.join();

        assertThat(columns).containsExactly(1, 1);
    }

    @Test
    void absurdNestingIsRefused() {
        assertThatThrownBy(() -> LAKE.plan("SELECT " + "(".repeat(100_000) + "1" + ")".repeat(100_000)))
                .isInstanceOf(PlannerException.TooComplex.class);
        assertThatThrownBy(() -> LAKE.plan("SELECT " + "NOT ".repeat(100_000) + "true"))
                .isInstanceOf(PlannerException.TooComplex.class);
        assertThatThrownBy(() -> LAKE.plan("SELECT 1" + " + 1".repeat(200_000)))
                .isInstanceOf(PlannerException.TooComplex.class);
    }

    /** Each of these names the one before it twice, thirty times over: a billion relations, columns or sets if written out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT l.id FROM %1$s l JOIN %1$s r ON l.id = r.id",
                "SELECT id FROM %1$s WHERE id IN (SELECT id FROM %1$s)",
                "SELECT id FROM %1$s UNION ALL SELECT id FROM %1$s",
                "SELECT id, (SELECT max(id) FROM %1$s) AS other FROM %1$s",
                "SELECT l.*, r.* FROM %1$s l, %1$s r"
            })
    void doublingIsRefused(String doubling) {
        var sql = new StringBuilder("WITH t0 AS (SELECT id FROM orders)");
        for (int i = 1; i <= 30; i++) {
            sql.append(", t")
                    .append(i)
                    .append(" AS (")
                    .append(doubling.formatted("t" + (i - 1)))
                    .append(')');
        }

        assertThatThrownBy(() -> LAKE.plan(sql + " SELECT count(*) FROM t30"))
                .isInstanceOf(PlannerException.TooComplex.class);
    }

    @Test
    void groupingSetsWithoutEndAreRefused() {
        String terms = IntStream.range(0, 30).mapToObj(i -> "id + " + i).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> LAKE.plan("SELECT count(*) FROM orders GROUP BY CUBE (%s)".formatted(terms)))
                .isInstanceOf(PlannerException.TooComplex.class);
    }

    @Test
    void doublingViewsAreRefused() {
        Lake lake = Shop.lake();
        lake.catalog().withView("sales", "v0", "SELECT id FROM orders");
        for (int i = 1; i <= 30; i++) {
            String below = "v" + (i - 1);
            lake.catalog()
                    .withView(
                            "sales", "v" + i, "SELECT id FROM %s UNION ALL SELECT id FROM %s".formatted(below, below));
        }

        assertThatThrownBy(() -> lake.plan("SELECT count(*) FROM v30")).isInstanceOf(PlannerException.TooComplex.class);
    }

    @Test
    void megabyteOfLiteralsIsPlanned() {
        String sql = "SELECT id FROM orders WHERE id IN (" + String.join(", ", Collections.nCopies(100_000, "12345678"))
                + ")";

        assertThat(LAKE.query(sql).columnNames()).containsExactly("id");
    }
}
