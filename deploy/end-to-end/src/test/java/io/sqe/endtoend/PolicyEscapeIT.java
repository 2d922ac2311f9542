package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.policy.decision.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks for a way past the policy: {@code bob} may see of {@code people} the rows of the EU, {@code name} masked, and no {@code
 * salary}; of {@code secrets} nothing. The one row outside the EU holds what breaks careless expressions.
 */
class PolicyEscapeIT {
    private static final String HIDDEN_NAME = "Mallory";

    @TempDir
    static Path folder;

    private static EngineFixture bob;

    @BeforeAll
    static void open() throws IOException {
        bob = RestrictedBob.open(
                folder,
                RestrictedBob.NAMELESS_EU,
                "CREATE TABLE people (id INTEGER, name VARCHAR, region VARCHAR, salary INTEGER, divisor INTEGER, number VARCHAR)",
                "INSERT INTO people VALUES (1, 'Ada', 'EU', 100, 1, '1'), (2, 'Blaise', 'EU', 200, 2, '2'), " + "(3, '"
                        + HIDDEN_NAME + "', 'US', 300, 0, 'three')",
                "CREATE TABLE secrets (id INTEGER)",
                "INSERT INTO secrets VALUES (42)",
                "CREATE VIEW everyone AS SELECT * FROM people",
                "CREATE VIEW names AS SELECT id, name FROM people");
    }

    @AfterAll
    static void close() {
        bob.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM 'file://%s'",
                "SELECT * FROM 'file:%s'",
                "SELECT * FROM read_parquet('FILE:%s')",
                "SELECT * FROM '%s'",
                "SELECT * FROM read_parquet(ARRAY['%s'])",
            })
    void noSpellingOfAFileNameReachesAWarehouse(String sql) throws IOException {
        QueryException failure = bob.failure(sql.formatted(dataFile()));

        assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    }

    @Test
    void noLinkUnderAWildcardReachesAWarehouse() throws IOException {
        Files.createSymbolicLink(folder.resolve("innocent"), folder.resolve("warehouse"));
        Path below = folder.resolve("warehouse").relativize(dataFile());
        String pattern = folder + "/inn*/" + "*/".repeat(below.getNameCount() - 1) + "*.parquet";

        assertThat(bob.failure("SELECT * FROM '" + pattern + "'").code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE SCHEMA mine", "DROP SCHEMA main", "CREATE OR REPLACE VIEW names AS SELECT 1 AS id"})
    void definitionsAreForThoseWhoMayChangeThem(String sql) throws IOException {
        Path readersAndMakers = Files.writeString(folder.resolve("readers.toml"), """
                [[rule]]
                table = "lake.main.*"
                users = ["carl"]
                actions = ["select", "create"]
                """);
        try (EngineFixture carl =
                EngineFixture.openAs(new Principal("carl", Set.of()), folder.resolve("warehouse"), readersAndMakers)) {
            assertThat(carl.failure(sql).code()).isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    private static Path dataFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void rowsAndColumnsAreThosePolicyLeaves() {
        assertThat(bob.rows("SELECT * FROM people ORDER BY id")).containsExactly("1|***|EU|1|1", "2|***|EU|2|2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT name FROM (SELECT * FROM people)",
                "WITH p AS (SELECT * FROM people) SELECT name FROM p",
                "WITH RECURSIVE r(id, name) AS (SELECT id, name FROM people UNION ALL SELECT r.id + 10, p.name FROM r JOIN people p ON p.id = r.id WHERE r.id < 3) SELECT name FROM r",
                "SELECT a.name FROM people a JOIN people b ON a.id = b.id",
                "SELECT (SELECT max(name) FROM people)",
                "SELECT name FROM people WHERE id IN (SELECT id FROM people)",
                "SELECT max(name) FROM people GROUP BY region HAVING count(*) > 0",
                "SELECT name FROM people UNION SELECT name FROM people",
                "SELECT first_value(name) OVER (ORDER BY id DESC) FROM people",
                "SELECT l.name FROM people p CROSS JOIN LATERAL (SELECT q.name FROM people q WHERE q.id >= p.id) l",
                "SELECT name FROM people FOR TIMESTAMP AS OF current_timestamp",
                "TABLE people",
                "SELECT count(*) FROM people WHERE name = 'Mallory'",
                "SELECT count(*) FROM people p RIGHT JOIN (VALUES 3) v(id) ON p.id = v.id WHERE p.id IS NOT NULL",
                "SELECT id FROM people WHERE 1 / divisor >= 0",
                "SELECT id FROM people WHERE CAST(number AS INTEGER) > 0",
                "SELECT p.id FROM people p JOIN (VALUES 1, 2, 3) v(n) ON CAST(p.number AS INTEGER) = v.n",
                "SELECT region FROM people GROUP BY region, 1 / divisor HAVING min(1 / divisor) >= 0",
                "SELECT id FROM people WHERE id IN (SELECT id FROM people WHERE 10 / divisor > 0) ORDER BY 10 / divisor",
                "SELECT max(name) FILTER (WHERE 1 / divisor >= 0) OVER () FROM people",
                "SELECT max_by(name, id) FILTER (WHERE region = 'US') OVER () FROM people",
                "SELECT name FROM people WHERE hour(TIMESTAMP '2020-01-01 00:00 UTC' AT TIME ZONE '+02:00') = 2",
                "SELECT rows.name FROM people rows ORDER BY rows.name OFFSET 0 ROWS",
                "EXPLAIN SELECT * FROM people",
                "EXPLAIN ANALYZE SELECT * FROM people",
            })
    void noPathShowsHiddenRowsNorFailsOnThem(String sql) {
        assertThat(bob.rows(sql))
                .noneMatch(row -> row.contains(HIDDEN_NAME) || row.contains("US") || row.contains("'EU'"));
        assertThat(bob.rows(sql)).noneMatch(row -> row.equals("3") || (row.equals("1") && sql.contains("count(*)")));
    }

    @Test
    void copyOfTableHoldsWhatItsMakerMaySee() {
        bob.run("CREATE TABLE copy AS SELECT * FROM people");

        assertThat(bob.rows("SELECT * FROM copy ORDER BY id")).containsExactly("1|***|EU|1|1", "2|***|EU|2|2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT salary FROM people",
                "SELECT id FROM people ORDER BY salary",
                "SELECT id FROM people WHERE salary > 0",
                "SELECT count(*) FROM people GROUP BY salary",
                "SELECT p.salary FROM people p",
                "SELECT max(salary) OVER () FROM people",
                "SELECT a.id FROM people a JOIN people b USING (salary)",
                "SELECT salry FROM people",
                "INSERT INTO people (id, salary) VALUES (9, 9)",
            })
    void hiddenColumnIsAsIfItDidNotExist(String sql) {
        QueryException failure = bob.failure(sql);

        assertThat(failure.code()).isIn(ErrorCode.COLUMN_NOT_FOUND, ErrorCode.ACCESS_DENIED);
        assertThat(failure.getMessage()).doesNotContain("Did you mean salary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT salary FROM everyone", "SELECT name FROM everyone"})
    void viewOverHiddenColumnTellsNothingOfIt(String sql) {
        QueryException failure = bob.failure(sql);

        assertThat(failure.code()).isEqualTo(ErrorCode.SEMANTIC_ERROR);
        assertThat(failure.getMessage())
                .contains("its query refers to something that is not there")
                .doesNotContain("salary");
    }

    @Test
    void viewShowsWhatItsTableShows() {
        assertThat(bob.rows("SELECT * FROM names ORDER BY id")).containsExactly("1|***", "2|***");
    }

    @Test
    void hiddenColumnIsInNoListing() {
        assertThat(bob.rows("DESCRIBE people")).noneMatch(row -> row.contains("salary"));
        assertThat(bob.rows("SHOW COLUMNS FROM people")).noneMatch(row -> row.contains("salary"));
        assertThat(bob.rows("SHOW CREATE TABLE people")).noneMatch(row -> row.contains("salary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM secrets",
                "SELECT * FROM secretz",
                "SELECT id FROM people WHERE id IN (SELECT id FROM secrets)",
                "DESCRIBE secrets",
                "SHOW CREATE TABLE secrets",
                "INSERT INTO secrets VALUES (1)",
                "DROP TABLE secrets",
                "EXPLAIN SELECT * FROM secrets",
                "CREATE TABLE stolen AS SELECT * FROM secrets",
            })
    void deniedTableIsAsIfItDidNotExist(String sql) {
        QueryException failure = bob.failure(sql);

        assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        assertThat(failure.getMessage()).doesNotContain("Did you mean");
        assertThat(bob.rows("SHOW TABLES")).doesNotContain("secrets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM \"people$files\"",
                "SELECT * FROM \"people$snapshots\"",
                "SELECT * FROM \"people$partitions\"",
            })
    void metadataTableShowsNoBounds(String sql) {
        assertThat(bob.failure(sql).code())
                .isIn(ErrorCode.TABLE_NOT_FOUND, ErrorCode.NOT_SUPPORTED, ErrorCode.ACCESS_DENIED);
    }

    @Test
    void explainDoesNotTellTheFilter() {
        for (String mode : new String[] {"", "ANALYZE "}) {
            assertThat(String.join("\n", bob.rows("EXPLAIN " + mode + "SELECT id FROM people")))
                    .doesNotContain("region")
                    .doesNotContain("EU")
                    .doesNotContain("***");
        }
    }

    @Test
    void warehouseFileIsNoWayAround() {
        QueryException failure = bob.failure("SELECT * FROM '" + folder + "/warehouse/main/*/data/*/*.parquet'");

        assertThat(failure.code()).isIn(ErrorCode.ACCESS_DENIED, ErrorCode.STORAGE_ERROR, ErrorCode.NOT_SUPPORTED);
    }
}
