package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("SELEC 1", DuckDbException.WrongQuery.class, 5001, "syntax error"),
                arguments("SELECT nope", DuckDbException.WrongQuery.class, 5003, "nope"),
                arguments("SELECT * FROM nope", DuckDbException.Catalog.class, 6001, "nope"),
                arguments("SELECT CAST('x' AS INTEGER)", DuckDbException.WrongType.class, 4001, "Could not convert"),
                arguments("SELECT 2147483647 + 1::INTEGER", DuckDbException.InvalidInput.class, 2003, "Overflow"),
                arguments("SELECT 1; SELECT 2", DuckDbException.WrongQuery.class, 5001, "one statement"),
                arguments("  -- nothing", DuckDbException.WrongQuery.class, 5001, "one statement"),
                arguments("SELECT 'a\0b'", DuckDbException.WrongQuery.class, 5001, "NUL"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeHasItsClassAndCode(String sql, Class<? extends DuckDbException> type, int code, String message) {
        try (Engine engine = Engine.locked()) {
            assertThatThrownBy(() -> engine.rows(sql))
                    .isInstanceOf(type)
                    .hasMessageContaining(message)
                    .satisfies(failure ->
                            assertThat(((DuckDbException) failure).code()).isEqualTo(code));
            assertThat(engine.text("SELECT 'still works'")).isEqualTo("still works");
        }
    }

    @Test
    void aConstraintAndAFailureInTheMiddleOfAStreamAreReported() {
        try (Engine engine = Engine.locked()) {
            engine.connection.execute("CREATE TABLE t (i INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");
            assertThatThrownBy(() -> engine.connection.execute("INSERT INTO t VALUES (1)"))
                    .isInstanceOf(DuckDbException.Catalog.class)
                    .hasMessageContaining("Duplicate key");
            String sql = "SELECT CASE WHEN range = 900000 THEN 'x' ELSE '1' END::INTEGER FROM range(1000000)";
            assertThatThrownBy(() -> engine.rows(sql)).isInstanceOf(DuckDbException.WrongType.class);
        }
    }

    /** Each of these would overflow the stack of a Java thread inside DuckDB, and end the process. */
    static Stream<Arguments> deepStatements() {
        int depth = 5_000;
        String chain = IntStream.range(1, 900)
                .mapToObj(i -> ", c%d AS (SELECT x + 1 AS x FROM c%d)".formatted(i, i - 1))
                .collect(Collectors.joining());
        return Stream.of(
                arguments("brackets", "SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth), false),
                arguments("queries", "FROM " + "(FROM ".repeat(depth) + "range(1)" + ")".repeat(depth), false),
                arguments("cross joins", "SELECT 1 FROM range(1)" + ", range(1)".repeat(depth), false),
                arguments("named queries", "WITH c0 AS (SELECT 1 AS x)" + chain + " SELECT x FROM c899", true),
                arguments("unions", "SELECT 1" + " UNION ALL SELECT 1".repeat(1_000), true),
                arguments("nested 500 deep", "FROM " + "(FROM ".repeat(500) + "range(1)" + ")".repeat(500), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deepStatements")
    void aDeeplyNestedStatementRunsOrIsRefused(String name, String sql, boolean runs) {
        try (Engine engine = Engine.locked()) {
            if (runs) {
                assertThat(engine.rows(sql)).as(name).isNotEmpty();
            } else {
                assertThatThrownBy(() -> engine.rows(sql))
                        .isInstanceOf(DuckDbException.WrongQuery.class)
                        .hasMessageContaining("Max expression depth");
            }
        }
    }

    @Test
    void aConnectionIsBusyWhileAStreamIsOpen() {
        try (Engine engine = Engine.locked();
                ArrowStream open = engine.connection.query("SELECT * FROM range(1000000)", 2048, engine.allocator)) {
            assertThat(open.schema().getFields()).hasSize(1);
            assertThatThrownBy(() -> engine.connection.execute("SELECT 1")).isInstanceOf(DuckDbException.Busy.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM '/etc/passwd.parquet'",
                "SELECT * FROM glob('/etc/*')",
                "ATTACH '/tmp/never.db'",
                "COPY (SELECT 1) TO '/tmp/never.csv'",
                "EXPORT DATABASE '/tmp/never'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '/tmp/never.duckdb_extension'",
                "SELECT * FROM read_csv('https://localhost/never')"
            })
    void aLockedDatabaseReachesNothing(String sql) {
        try (Engine engine = Engine.locked()) {
            assertThatThrownBy(() -> engine.connection.execute(sql)).isInstanceOf(DuckDbException.NotPermitted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET threads = 1",
                "SET memory_limit = '1TB'",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET allowed_configs = ['threads']",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "SET profiling_output = '/tmp/never'",
                "SET temp_directory = '/tmp/never'",
                "PRAGMA enable_checkpoint_on_shutdown"
            })
    void aLockedDatabaseKeepsItsSettings(String sql) {
        try (Engine engine = Engine.locked()) {
            assertThatThrownBy(() -> engine.connection.execute(sql))
                    .isInstanceOf(DuckDbException.class)
                    .hasMessageMatching("(?s).*(locked|cannot be changed|Cannot change|Cannot enable).*");
        }
    }

    @Test
    void aLockedDatabaseReachesItsDirectoriesAndNothingBesideThem(@TempDir Path folder) throws IOException {
        Path allowed = Files.createDirectory(folder.resolve("it's allowed"));
        Path beside = Files.createDirectory(folder.resolve("beside"));
        DatabaseOptions options = DatabaseOptions.locked().withAllowedDirectories(List.of(allowed));
        try (Engine engine = Engine.open(options)) {
            String file = allowed.resolve("t.parquet").toString().replace("'", "''");
            engine.connection.execute("COPY (SELECT range AS i FROM range(10)) TO '%s'".formatted(file));
            assertThat(engine.text("SELECT sum(i) FROM '%s'".formatted(file))).isEqualTo("45");
            for (String way : List.of(beside + "/t.csv", folder + "/it''s allowed/../beside/t.csv")) {
                assertThatThrownBy(() -> engine.connection.execute("COPY (SELECT 1) TO '%s'".formatted(way)))
                        .isInstanceOf(DuckDbException.NotPermitted.class);
            }
        }
        assertThat(beside).isEmptyDirectory();
    }

    @Test
    void aQueryOverTheMemoryLimitFailsAndTheNextOneWorks() {
        DatabaseOptions options = DatabaseOptions.locked().withMemoryLimitBytes(50 << 20);
        try (Engine engine = Engine.open(options)) {
            assertThatThrownBy(() ->
                            engine.rows("SELECT count(*) FROM (SELECT DISTINCT range::VARCHAR FROM range(5000000))"))
                    .isInstanceOf(DuckDbException.OutOfMemory.class)
                    .satisfies(failure ->
                            assertThat(((DuckDbException) failure).code()).isEqualTo(3002));
            assertThat(engine.text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aQueryOverTheMemoryLimitSpills(@TempDir Path folder) {
        String sql = "SELECT count(*) FROM (SELECT range % 3000000 AS k, min(range) FROM range(6000000) GROUP BY k)";
        DatabaseOptions limited = DatabaseOptions.locked().withThreads(2).withMemoryLimitBytes(80 << 20);
        try (Engine engine = Engine.open(limited.withTempDirectory(folder, 4L << 30))) {
            assertThat(engine.text(sql)).isEqualTo("3000000");
        }
        try (Engine engine = Engine.open(limited.withTempDirectory(folder, 1 << 20))) {
            assertThatThrownBy(() -> engine.text(sql))
                    .isInstanceOf(DuckDbException.OutOfMemory.class)
                    .hasMessageContaining("max_temp_directory_size");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
