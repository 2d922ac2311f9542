package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.planner.binding.Cacheability.Lifetime;
import java.util.List;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SELECT of SQL, as far as it is the grammar's and the validator's to know. */
class QueriesTest {
    private static final Lake LAKE = Shop.lake();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM orders o JOIN customers c USING (id)",
                "SELECT * FROM orders FULL OUTER JOIN customers ON orders.id = customers.id",
                "SELECT sales.orders.id, lake.sales.orders.total FROM sales.orders",
                "SELECT id FROM orders WHERE id = ANY (SELECT id FROM customers) AND total >= ALL (SELECT 1)",
                "SELECT id FROM orders ORDER BY total DESC NULLS FIRST LIMIT 5 OFFSET 2",
                "SELECT id FROM orders OFFSET 2 ROWS FETCH FIRST 5 ROWS ONLY",
                "SELECT id FROM orders FETCH FIRST ROW ONLY",
                "SELECT region, day, GROUPING(region), count(*) FROM orders GROUP BY GROUPING SETS ((region), (day), ())",
                "SELECT region, sum(total) FROM orders GROUP BY CUBE (region, day)",
                "SELECT region AS r, sum(total) FROM orders GROUP BY r",
                "SELECT region, sum(total) FROM orders GROUP BY 1 ORDER BY 2",
                "SELECT region, upper(region) AS u, sum(total) FROM orders GROUP BY ALL",
                "SELECT region, count(*) FROM orders GROUP BY ALL HAVING count(*) > 1 ORDER BY 1",
                "SELECT count(DISTINCT region), sum(total) FILTER (WHERE id > 1) FROM orders",
                "SELECT id, row_number() OVER w, lag(total, 1, 0) OVER w FROM orders WINDOW w AS (PARTITION BY region ORDER BY day)",
                "SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM orders",
                "SELECT sum(total) OVER (ORDER BY day RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM orders",
                "SELECT sum(total) OVER (ORDER BY day GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM orders",
                "SELECT sum(total) OVER (PARTITION BY region ORDER BY day DESC GROUPS BETWEEN 1 PRECEDING AND 2 FOLLOWING) FROM orders",
                "SELECT id, rank() OVER (ORDER BY total) AS r FROM orders QUALIFY r <= 3",
                "SELECT id FROM orders QUALIFY row_number() OVER (PARTITION BY region ORDER BY total DESC) = 1",
                "SELECT * EXCLUDE (total, day) FROM orders",
                "SELECT o.* EXCEPT (total) FROM orders o",
                "SELECT * REPLACE (total * 2 AS total) FROM orders",
                "SELECT id FROM orders EXCEPT (SELECT id FROM customers)",
                "VALUES (1, 'a'), (2, 'b')",
                "TABLE orders",
                "SELECT * FROM orders CROSS JOIN UNNEST(tags) WITH ORDINALITY AS t(tag, n)",
                "SELECT o.id, t.tag FROM orders o, UNNEST(o.tags) AS t(tag)",
                "SELECT o.id, l.n FROM orders o CROSS JOIN LATERAL (SELECT count(*) AS n FROM customers c WHERE c.id = o.customer_id) l",
                "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT sum(n) FROM t",
                "SELECT ROW(1, 'a'), ARRAY[1, 2], MAP['a', 1]['a'], ARRAY[1, 2][1], tags[1] FROM orders",
                "SELECT TRY_CAST('x' AS bigint), '1'::integer, CAST('2020-01-01' AS date) FROM orders WHERE region ILIKE 'e%' AND id != 3",
                "SELECT CAST(NULL AS array(varchar)), CAST(NULL AS map(varchar, bigint)), CAST(NULL AS row(a integer))",
                "SELECT CAST(placed AS timestamp(6) with time zone), CAST(total AS tinyint), CAST(region AS varbinary) FROM orders",
                "SELECT current_user, current_user(), current_date, current_timestamp, is_role_in_session('analyst'), current_schema, version()",
                "SELECT value, date, year, count, rank, month FROM (VALUES (1, 2, 3, 4, 5, 6)) AS v(value, date, year, count, rank, month)",
                "SELECT \"a\"\"b\", \"c\nd\", \"😀\" FROM (VALUES (1, 2, 3)) AS v(\"a\"\"b\", \"c\nd\", \"😀\")",
                "SELECT date '2020-01-01' + INTERVAL '3' MONTH, timestamp '2020-01-01 00:00:00', INTERVAL '1' DAY",
                "SELECT CASE region WHEN 'EU' THEN 1 ELSE 2 END, COALESCE(total, 0), NULLIF(region, '') FROM orders",
                "SELECT a.id FROM orders a NATURAL JOIN customers b",
                "SELECT (SELECT max(total) FROM orders x WHERE x.region = o.region AND x.id <> o.id) FROM orders o",
                "SELECT id FROM orders WHERE (id, region) IN (SELECT id, region FROM customers)",
                "SELECT 1; ",
                "SELECT CAST(NULL AS varchar) AS x WHERE false",
                "(SELECT id FROM orders) UNION (SELECT id FROM customers) ORDER BY id LIMIT 1"
            })
    void queryIsPlanned(String sql) {
        assertThat(LAKE.query(sql).columnNames()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sum(id)                       | BIGINT",
                "sum(total)                    | DECIMAL(38, 2)",
                "avg(total)                    | DECIMAL(12, 2)",
                "avg(id)                       | DOUBLE",
                "count(*)                      | BIGINT",
                "min(region)                   | VARCHAR",
                "sum(total * total)            | DECIMAL(38, 4)",
                "max(total / 3)                | DECIMAL(12, 2)",
                "max(total + id)               | DECIMAL(22, 2)",
                "max(7 / 2)                    | INTEGER",
                "max(1.5 / 0.25)               | DECIMAL(5, 2)",
                "max(placed)                   | TIMESTAMP(6)",
                "max('abc')                    | VARCHAR"
            })
    void typesAreTrinos(String expression, String type) {
        assertThat(LAKE.query("SELECT " + expression + " FROM orders").rowType().getFieldList())
                .extracting(RelDataTypeField::getType)
                .extracting(Object::toString)
                .containsExactly(type);
    }

    @Test
    void groupsFrameIsARangeOfNumberedPeers() {
        String sql = "SELECT sum(total) OVER (PARTITION BY region ORDER BY day DESC GROUPS 1 PRECEDING) FROM orders";

        assertThat(LAKE.query(sql).describe())
                .contains(
                        "group7=[DENSE_RANK() OVER (PARTITION BY $5 ORDER BY $4 DESC", "ORDER BY $7 RANGE 1 PRECEDING")
                .doesNotContain("GROUPS");
    }

    @Test
    void columnsAreNamedAsWritten() {
        assertThat(LAKE.query("SELECT ID, id, 1, total AS \"T\", max(id) OVER () FROM orders")
                        .columnNames())
                .isEqualTo(List.of("ID", "id", "_col2", "T", "_col4"));
    }

    @Test
    void starWithoutColumnsKeepsTheOthersInOrder() {
        assertThat(LAKE.query("SELECT * EXCLUDE (total, tags) REPLACE (upper(region) AS region) FROM orders")
                        .columnNames())
                .containsExactly("id", "customer_id", "placed", "day", "region");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM orders | UNTIL_CATALOG_CHANGES",
                "SELECT current_user FROM people | UNTIL_CATALOG_CHANGES",
                "SELECT current_date | THIS_STATEMENT",
                "SELECT id FROM orders WHERE placed > now() | THIS_STATEMENT",
                "SELECT * FROM orders FOR VERSION AS OF 1 | THIS_STATEMENT"
            })
    void planSaysHowLongItStaysRight(String sql, Lifetime lifetime) {
        assertThat(LAKE.query(sql).cacheability().lifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT *, sum(total) OVER (PARTITION BY region) FROM orders WHERE total > 1 | true",
                "SELECT random() FROM orders | false",
                "SELECT id FROM orders WHERE total > (SELECT rand() FROM numbers) | false",
                "SELECT o.id FROM orders o JOIN orders p ON o.id = p.id AND o.total > random() | false",
                "SELECT max(random(10)) FROM orders | false",
                "SELECT id FROM orders ORDER BY uuid() | false",
                "SELECT sum(total + random()) OVER () FROM orders | false",
                "WITH r AS (SELECT uuid() AS u) SELECT * FROM r, orders | false",
                "SELECT * FROM orders TABLESAMPLE BERNOULLI (10) | false"
            })
    void planSaysWhetherItGivesTheSameRowsAgain(String sql, boolean isRepeatable) {
        assertThat(LAKE.query(sql).isRepeatable()).isEqualTo(isRepeatable);
    }

    @Test
    void columnOfAViewKeepsItsName() {
        assertThat(LAKE.query("SELECT * FROM people p WHERE p.region = 'EU'").columnNames())
                .containsExactly("id", "name", "region");
    }

    @Test
    void commonTableDoesNotReachIntoAView() {
        assertThat(LAKE.query("WITH customers AS (SELECT 1 AS x) SELECT people.id FROM people, customers")
                        .tables())
                .singleElement()
                .extracting(table -> table.name().table())
                .isEqualTo("customers");
    }
}
