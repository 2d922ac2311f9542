package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import io.sqe.planner.pruning.ScanPredicates;
import io.sqe.planner.securing.SecuredPlan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan may skip is found for every kind of condition, wherever in the query it stands, and never more than is safe. */
class ScanPredicatesTest {
    private static final Lake LAKE = Shop.lake();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id = 5                                     | 1 = 5",
                "5 < id                                     | 1 > 5",
                "id > 5.5                                   | 1 > 5",
                "id >= 5.5                                  | 1 > 5",
                "id < 5.5                                   | 1 <= 5",
                "id = 5.5                                   | false",
                "id IN (1, 2, 3)                            | 1 in 1 2 3",
                "id NOT IN (1, 2)                           | (1 <> 1 and 1 <> 2)",
                "id BETWEEN 2 AND 3                         | (1 >= 2 and 1 <= 3)",
                "NOT (id < 3 OR id > 7)                     | (1 >= 3 and 1 <= 7)",
                "id = 1 OR total > 2                        | (1 = 1 or 3 > 2.00)",
                "id = 1 OR total > customer_id              | true",
                "id = 1 AND total > customer_id             | 1 = 1",
                "id = NULL                                  | false",
                "customer_id IS NULL                        | 2 is null",
                "customer_id IS NOT NULL                    | not 2 is null",
                "total > 0.055                              | 3 > 0.05",
                "total BETWEEN 0.06 - 0.01 AND 0.06 + 0.01  | (3 >= 0.05 and 3 <= 0.07)",
                "region = 'EU'                              | 6 = EU",
                "region LIKE 'E%'                           | 6 starts with E",
                "region LIKE 'E_x%'                         | 6 starts with E",
                "region LIKE '%E'                           | true",
                "region LIKE 'EU'                           | 6 = EU",
                "region LIKE 'E!_x%' ESCAPE '!'             | 6 starts with E_x",
                "region LIKE 'E\\_U' ESCAPE '\\'             | 6 = E_U",
                "region LIKE '!%!!_' ESCAPE '!'             | 6 starts with %!",
                "region LIKE '%' ESCAPE '!'                 | true",
                "region NOT LIKE 'E!_' ESCAPE '!'           | true",
                "region LIKE 'EU' ESCAPE region             | true",
                "day >= DATE '1970-01-11'                   | 5 >= 10",
                "day < DATE '1970-01-11' + INTERVAL '1' YEAR | 5 < 375",
                "day = CAST('1970-01-02' AS date)           | 5 = 1",
                "day > TIMESTAMP '1970-01-02 12:00:00'      | 5 > 1",
                "placed >= DATE '1970-01-02'                | 4 >= 86400000000",
                "placed < TIMESTAMP '1970-01-01 00:00:01.5' | 4 < 1500000",
                "CAST(placed AS date) = DATE '1970-01-02'   | (4 >= 86400000000 and 4 < 172800000000)",
                "year(placed) = 1971                        | (4 >= 31536000000000 and 4 < 63072000000000)",
                "EXTRACT(YEAR FROM day) > 1970              | 5 >= 365"
            })
    void conditionOnOrders(String condition, String predicate) {
        assertThat(predicateOf("SELECT id FROM orders WHERE " + condition)).isEqualTo(predicate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "i = 3000000000                    | true",
                "l > 1 AND i < 2                   | (2 > 1 and 1 < 2)",
                "d < 1.5                           | 3 < 1.5",
                "d > 1.5                           | true",
                "f <= 0.1                          | 4 <= 0.1",
                "t = TIME '00:00:01'               | 5 = 1000000",
                "b                                 | 7 = true",
                "NOT b                             | 7 = false",
                "tz > current_timestamp            | 6 > 1795256130000000",
                "tz > TIMESTAMP '2026-01-01 00:00:00' | true",
                "ns > TIMESTAMP '1970-01-01 00:00:00.000000001' | 9 > 1"
            })
    void conditionOnNumbers(String condition, String predicate) {
        assertThat(predicateOf("SELECT i FROM numbers WHERE " + condition)).isEqualTo(predicate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM (SELECT id AS x FROM orders) WHERE x = 5",
                "WITH o AS (SELECT id + 0 AS y, id AS x FROM orders) SELECT y FROM o WHERE x = 5",
                "SELECT x, count(*) FROM (SELECT id AS x FROM orders) GROUP BY x HAVING x = 5",
                "SELECT * FROM (SELECT id, count(*) FROM orders GROUP BY id) WHERE id = 5",
                "SELECT o.id FROM orders o JOIN hr.salaries s ON o.id = s.amount WHERE s.amount = 5",
                "SELECT o.id FROM orders o, hr.salaries s WHERE o.id = 5",
                "SELECT o.id FROM orders o LEFT JOIN hr.salaries s ON s.amount = 1 WHERE o.id = 5",
                "SELECT s.amount FROM hr.salaries s LEFT JOIN orders o ON o.id = 5",
                "SELECT amount FROM hr.salaries WHERE amount IN (SELECT customer_id FROM orders WHERE id = 5)",
                "SELECT * FROM (SELECT id, region FROM orders UNION ALL SELECT id, region FROM orders) WHERE id = 5",
                "SELECT * FROM (SELECT id, row_number() OVER (PARTITION BY id ORDER BY total) AS n FROM orders) WHERE id = 5",
                "SELECT * FROM (SELECT id FROM orders ORDER BY region) WHERE id = 5",
                "WITH o AS (SELECT * FROM orders WHERE id = 5) SELECT a.id FROM o a, o b"
            })
    void conditionIsFoundWhereverItStands(String sql) {
        assertThat(predicateOf(sql)).isIn("1 = 5", "(1 = 5 or 1 = 5)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM (SELECT id FROM orders ORDER BY region LIMIT 3) WHERE id = 5",
                "SELECT o.id FROM orders o LEFT JOIN hr.salaries s ON o.id = 5",
                "SELECT s.amount FROM hr.salaries s LEFT JOIN orders o ON o.customer_id = s.amount WHERE o.id = 5 OR o.id IS NULL",
                "SELECT * FROM (SELECT id, row_number() OVER (ORDER BY total) AS n FROM orders) WHERE id = 5",
                "SELECT id, count(*) FROM orders GROUP BY ROLLUP (id) HAVING id = 5",
                "SELECT s.amount FROM hr.salaries s FULL JOIN orders o ON o.id = 5 AND s.amount = o.id",
                "SELECT count(*) FILTER (WHERE id = 5) FROM orders",
                "WITH o AS (SELECT * FROM orders) SELECT a.id FROM o a, o b WHERE a.id = 5"
            })
    void nothingIsSkippedThatTheQueryNeeds(String sql) {
        assertThat(predicateOf(sql)).isEqualTo("true");
    }

    @Test
    void rowFilterSkipsToo() {
        Lake lake = Shop.lake().under(new TablePolicy().filter("orders", "region = 'EU'"));

        assertThat(text(predicate(lake.query("SELECT id FROM orders WHERE id = 1"), 0)))
                .isEqualTo("(1 = 1 and 6 = EU)");
    }

    private static String predicateOf(String sql) {
        var plan = LAKE.query(sql);
        return plan.tables().stream()
                .filter(table -> !table.name().table().equals("salaries"))
                .map(table -> text(predicate(plan, table.scan())))
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private static ScanPredicate predicate(SecuredPlan plan, int scan) {
        return Objects.requireNonNull(ScanPredicates.of(plan).get(scan));
    }

    private static String text(ScanPredicate predicate) {
        return switch (predicate) {
            case ScanPredicate.True() -> "true";
            case ScanPredicate.False() -> "false";
            case ScanPredicate.And(var left, var right) -> "(" + text(left) + " and " + text(right) + ")";
            case ScanPredicate.Or(var left, var right) -> "(" + text(left) + " or " + text(right) + ")";
            case ScanPredicate.Not(var operand) -> "not " + text(operand);
            case ScanPredicate.Compare(int field, Comparison comparison, Literal literal) ->
                field + " " + symbol(comparison) + " " + literal.value();
            case ScanPredicate.In(int field, List<Literal> literals) ->
                field + " in "
                        + literals.stream()
                                .map(literal -> literal.value().toString())
                                .collect(Collectors.joining(" "));
            case ScanPredicate.IsNull(int field) -> field + " is null";
            case ScanPredicate.StartsWith(int field, String prefix) -> field + " starts with " + prefix;
        };
    }

    private static String symbol(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
