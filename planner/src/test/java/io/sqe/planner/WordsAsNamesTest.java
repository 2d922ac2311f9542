package io.sqe.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType.LongType;
import io.sqe.catalog.ColumnType.StringType;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.securing.SecuredPlan;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.StatementParser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be a name without quotes in Trino may be one here. */
class WordsAsNamesTest {
    private static final Lake LAKE = Shop.lake();

    /** The rule {@code nonReserved} of Trino's grammar, version 476. */
    private static final List<String> NOT_RESERVED_IN_TRINO = words("""
            ABSENT ADD ADMIN AFTER ALL ANALYZE ANY ARRAY ASC AT AUTHORIZATION BEGIN BERNOULLI BOTH CALL CALLED CASCADE CATALOG
            CATALOGS COLUMN COLUMNS COMMENT COMMIT COMMITTED CONDITIONAL COPARTITION CORRESPONDING COUNT CURRENT DATA DATE DAY
            DECLARE DEFAULT DEFINE DEFINER DENY DESC DESCRIPTOR DETERMINISTIC DISTRIBUTED DO DOUBLE ELSEIF EMPTY ENCODING ERROR
            EXCLUDING EXECUTE EXPLAIN FETCH FILTER FINAL FIRST FOLLOWING FORMAT FUNCTION FUNCTIONS GRACE GRANT GRANTED GRANTS
            GRAPHVIZ GROUPS HOUR IF IGNORE IMMEDIATE INCLUDING INITIAL INPUT INTERVAL INVOKER IO ITERATE ISOLATION JSON KEEP KEY
            KEYS LANGUAGE LAST LATERAL LEADING LEAVE LEVEL LIMIT LOCAL LOGICAL LOOP MAP MATCH MATCHED MATCHES MATCH_RECOGNIZE
            MATERIALIZED MEASURES MERGE MINUTE MONTH NESTED NEXT NFC NFD NFKC NFKD NO NONE NULLIF NULLS OBJECT OF OFFSET OMIT ONE
            ONLY OPTION ORDINALITY OUTPUT OVER OVERFLOW PARTITION PARTITIONS PASSING PAST PATH PATTERN PER PERIOD PERMUTE PLAN
            POSITION PRECEDING PRECISION PRIVILEGES PROPERTIES PRUNE QUOTES RANGE READ REFRESH RENAME REPEAT REPEATABLE REPLACE
            RESET RESPECT RESTRICT RETURN RETURNING RETURNS REVOKE ROLE ROLES ROLLBACK ROW ROWS RUNNING SCALAR SCHEMA SCHEMAS SECOND
            SECURITY SEEK SERIALIZABLE SESSION SET SETS SHOW SOME START STATS SUBSET SUBSTRING SYSTEM TABLES TABLESAMPLE TEXT
            TEXT_STRING TIES TIME TIMESTAMP TO TRAILING TRANSACTION TRUNCATE TRY_CAST TYPE UNBOUNDED UNCOMMITTED UNCONDITIONAL
            UNIQUE UNKNOWN UNMATCHED UNTIL UPDATE USE USER UTF16 UTF32 UTF8 VALIDATE VALUE VERBOSE VERSION VIEW WHILE WINDOW WITHIN
            WITHOUT WORK WRAPPER WRITE YEAR ZONE""");

    /** The other words of Trino's grammar. */
    private static final Set<String> RESERVED_IN_TRINO = Set.copyOf(words("""
            ALTER AND AS AUTO BETWEEN BY CASE CAST CONSTRAINT CREATE CROSS CUBE CURRENT_CATALOG CURRENT_DATE CURRENT_PATH
            CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DEALLOCATE DELETE DESCRIBE DISTINCT DROP ELSE
            END ESCAPE EXCEPT EXISTS EXTRACT FALSE FOR FROM FULL GROUP GROUPING HAVING IN INNER INSERT INTERSECT INTO IS JOIN
            JSON_ARRAY JSON_EXISTS JSON_OBJECT JSON_QUERY JSON_TABLE JSON_VALUE LEFT LIKE LISTAGG LOCALTIME LOCALTIMESTAMP NATURAL
            NORMALIZE NOT NULL ON OR ORDER OUTER PREPARE RECURSIVE RIGHT ROLLUP SELECT SKIP TABLE THEN TRIM TRUE UESCAPE UNION
            UNNEST USING VALUES WHEN WHERE WITH"""));

    static Stream<String> names() {
        Stream<String> ours = StatementParser.keywords().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !RESERVED_IN_TRINO.contains(word));
        return Stream.concat(NOT_RESERVED_IN_TRINO.stream(), ours).distinct();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWordThatTrinoDoesNotReserveIsAName(String word) {
        assertThat(columns("SELECT @ FROM (SELECT 1 AS @)", word)).containsExactly(word);
        assertThat(columns("SELECT t.@, t.@ + 1 AS @ FROM (SELECT 1 AS @) AS t", word))
                .containsExactly(word, word);
        assertThat(columns(
                        "SELECT sum(@.@) AS n, @ FROM (SELECT 2 AS @) AS @ WHERE @ > 1 GROUP BY @ ORDER BY @ LIMIT 5",
                        word))
                .containsExactly("n", word);
        assertThat(created("CREATE TABLE x (@ bigint, a varchar, b bigint)", word))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT user FROM (SELECT 1 AS user)                                     | false",
                "SELECT user, name FROM visits                                           | false",
                "SELECT v.id FROM visits v JOIN customers c ON v.user = c.name           | false",
                "WITH u (user) AS (SELECT 1) SELECT * FROM u WHERE user = 1              | false",
                "SELECT 1 AS user FROM customers ORDER BY user                           | false",
                "SELECT user                                                             | true",
                "SELECT user() FROM visits                                               | true",
                "SELECT id FROM customers WHERE name = user                              | true",
                "SELECT id FROM customers WHERE name = session_user                      | true"
            })
    void userIsWhoAsksUnlessSomethingIsCalledSo(String sql, boolean whoAsks) {
        assertThat(visits().query(sql).describe().contains("'ana'")).isEqualTo(whoAsks);
    }

    @Test
    void aPolicyThatMayMeanAColumnOrWhoAsksLetsNobodyIn() {
        Lake ambiguous = visits().under(new TablePolicy().filter("visits", "name = user"));

        assertThatThrownBy(() -> ambiguous.query("SELECT * FROM visits")).isInstanceOf(PlannerException.class);
        assertThat(visits().under(new TablePolicy().filter("customers", "name = user"))
                        .query("SELECT id FROM customers")
                        .columnNames())
                .containsExactly("id");
    }

    private static Lake visits() {
        return Lake.of(
                Shop.catalog()
                        .withTable(
                                "sales",
                                "visits",
                                Column.required(1, "id", new LongType()),
                                Column.optional(2, "user", new StringType()),
                                Column.optional(3, "name", new StringType())),
                "sales");
    }

    private static List<String> columns(String sql, String word) {
        return LAKE.query(sql.replace("@", word)).columnNames();
    }

    private static String created(String sql, String word) {
        return ((BoundStatement.CreateTable<SecuredPlan>) LAKE.plan(sql.replace("@", word)))
                .definition()
                .columns()
                .getFirst()
                .name();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }
}
