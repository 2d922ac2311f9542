package io.sqe.planner.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT \"limit\", \"offset\" FROM \"rows\" ORDER BY \"limit\" DESC, \"offset\" OFFSET 5 ROWS FETCH FIRST 3 ROWS ONLY",
                "SELECT \"row\" FROM t ORDER BY \"row\" OFFSET 1 ROW FETCH NEXT ROW ONLY",
                "SELECT \"limit\" FROM t WHERE \"limit\" = 1 GROUP BY \"limit\" LIMIT ALL",
                "SELECT \"filter\", sum(\"filter\") FILTER (WHERE \"filter\" > 1) OVER (PARTITION BY \"partition\" ORDER BY \"range\" RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM t",
                "SELECT sum(\"over\") OVER \"w\" AS \"over\" FROM t WHERE \"rows\" BETWEEN 1 AND 2 AND \"range\" BETWEEN 1 AND 2 WINDOW w AS (ORDER BY \"rows\" ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING)",
                "SELECT sum(a) OVER (ROWS UNBOUNDED PRECEDING), \"current\", \"window\" AS \"window\" FROM t",
                "SELECT ROW(1, 2) AS \"row\", ARRAY[1] AS \"array\", \"array\", CAST(x AS ARRAY(DOUBLE)), \"interval\", INTERVAL '1' DAY, INTERVAL -'1' MONTH FROM t",
                "SELECT \"double\", CAST(\"double\" AS DOUBLE) AS \"double\", \"real\"::REAL, CAST(x AS ROW(\"int\" INT, \"a\" ARRAY<MAP<VARCHAR(3), DOUBLE>>)), x \"double\" FROM t",
                "SELECT CAST(x AS INTEGER ARRAY), CAST(x AS DECIMAL(3, 1) ARRAY), (SELECT 1 AS \"bigint\") FROM t",
                "SELECT (SELECT a AS \"integer\" FROM t) AS \"varchar\", CAST((SELECT x AS \"double\" FROM t) AS DOUBLE PRECISION) FROM t",
                "SELECT \"position\", POSITION('a' IN \"position\"), \"substring\", SUBSTRING(\"substring\" FROM 2), \"floor\", FLOOR(\"floor\") FROM t",
                "SELECT TRIM(LEADING \"leading\" FROM \"trailing\"), TRIM(BOTH FROM \"both\"), trim(\"both\") FROM t",
                "SELECT \"all\" FROM t WHERE \"any\" = ANY (SELECT \"some\" FROM u) AND \"all\" > ALL (SELECT 1) UNION ALL SELECT ALL a FROM t",
                "SELECT count(ALL a) FROM t GROUP BY \"of\", a EXCEPT ALL SELECT \"only\", \"next\" FROM u",
                "SELECT a FROM \"set\" FOR VERSION AS OF 3 AS \"of\" JOIN LATERAL (SELECT 1 AS \"lateral\") AS \"lateral\" ON \"lateral\".\"lateral\" = \"of\".\"to\"",
                "SELECT \"minus\" FROM t TABLESAMPLE BERNOULLI (10)",
                "SELECT a IS UNKNOWN, \"unknown\" IS NOT UNKNOWN, \"unknown\" FROM t",
                "SELECT a FROM t WHERE \"similar\" SIMILAR TO 'x' AND b NOT SIMILAR TO 'y'",
                "SELECT a FROM t WHERE a BETWEEN SYMMETRIC 1 AND 2 AND b BETWEEN \"symmetric\" AND 2",
                "SELECT DATE '2020-01-01', \"date\", date(\"timestamp\"), TIMESTAMP '2020-01-01 00:00:00', \"time\", TIME '00:00:00' FROM t",
                "SELECT CAST(x AS TIMESTAMP(3) WITHOUT TIME ZONE), \"without\" FROM t",
                "INSERT INTO \"update\" (\"set\", \"default\") SELECT \"call\", \"default\" FROM \"merge\"",
                "CREATE TABLE \"window\" (\"default\" bigint DEFAULT 1, \"unique\" double NOT NULL, \"row\" row(\"rows\" int), a integer array) PARTITIONED BY (\"default\")",
                "CREATE TABLE \"if\" AS SELECT \"partition\" FROM \"default\".\"range\"",
                "CREATE TABLE IF NOT EXISTS \"position\" (\"period\" date)",
                "EXPLAIN ANALYZE SELECT \"explain\" FROM \"call\"",
                "SHOW TABLES FROM \"default\"",
                "DROP TABLE IF EXISTS \"if\"",
                "USE \"default\"",
                "SELECT if(\"if\" > 1, \"nullif\", NULLIF(a, \"coalesce\")) FROM t",
                "SELECT listagg(a) WITHIN GROUP (ORDER BY \"within\") FROM t \"within\""
            })
    void bareWordsMeanWhatTheQuotedOnesDo(String quoted) {
        String bare = quoted.replace("\"", "");

        assertThat(StatementParser.parse(bare))
                .hasToString(StatementParser.parse(quoted).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t LIMIT",
                "SELECT a FROM t OFFSET",
                "SELECT a FROM (SELECT a FROM t LIMIT)",
                "SELECT a FROM t FETCH FIRST"
            })
    void aClauseThatEndsTooEarlyIsNoAlias(String sql) {
        assertThatThrownBy(() -> StatementParser.parse(sql)).isInstanceOf(PlannerException.SyntaxError.class);
    }
}
