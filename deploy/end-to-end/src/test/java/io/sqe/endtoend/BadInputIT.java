package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
import io.sqe.gateway.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is told by a code, a reason and a place; nothing is left behind and the engine goes on. */
class BadInputIT {
    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder.resolve("warehouse"));
        engine.run("CREATE TABLE orders (id INTEGER, total DECIMAL(10, 2), day DATE, note VARCHAR)");
        engine.run("INSERT INTO orders VALUES (1, 10.50, DATE '2024-01-01', 'x'), (2, 0.00, NULL, 'y')");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SYNTAX_ERROR | SELEC 1",
                "SYNTAX_ERROR | SELECT * FROM orders WHERE",
                "SYNTAX_ERROR | SELECT 'open",
                "TABLE_NOT_FOUND | SELECT * FROM ordrs",
                "COLUMN_NOT_FOUND | SELECT totl FROM orders",
                "FUNCTION_NOT_FOUND | SELECT uper(note) FROM orders",
                "SCHEMA_NOT_FOUND | SELECT * FROM nowhere.orders",
                "SCHEMA_NOT_FOUND | SELECT * FROM nowhere.main.orders",
                "CATALOG_NOT_FOUND | SHOW SCHEMAS FROM nowhere",
                "TYPE_MISMATCH | SELECT note + day FROM orders",
                "INVALID_CAST | SELECT CAST(note AS INTEGER) FROM orders",
                "INVALID_CAST | SELECT CAST('1.5' AS INTEGER)",
                "INVALID_CAST | SELECT CAST('1e3' AS BIGINT)",
                "INVALID_ARGUMENTS | SELECT note LIKE 'a' ESCAPE '##' FROM orders",
                "INVALID_ARGUMENTS | SELECT id FROM orders WHERE note LIKE 'a' ESCAPE ''",
                "INVALID_ARGUMENTS | SELECT 'ab' LIKE 'a%' ESCAPE '%'",
                "INVALID_ARGUMENTS | SELECT id FROM orders WHERE note NOT LIKE 'a#b' ESCAPE '#'",
                "DIVISION_BY_ZERO | SELECT 1 / (id - id) FROM orders",
                "DIVISION_BY_ZERO | SELECT 1.5 / total FROM orders",
                "DIVISION_BY_ZERO | SELECT total / total FROM orders",
                "DIVISION_BY_ZERO | SELECT total % (total - total) FROM orders",
                "NUMERIC_VALUE_OUT_OF_RANGE | SELECT CAST(9223372036854775807 AS BIGINT) + id FROM orders",
                "TABLE_ALREADY_EXISTS | CREATE TABLE orders (id INTEGER)",
                "SCHEMA_NOT_FOUND | DROP SCHEMA nowhere",
                "TABLE_NOT_FOUND | DROP TABLE nothing",
                "SCHEMA_NOT_EMPTY | DROP SCHEMA main",
                "INVALID_ARGUMENTS | SELECT * FROM orders FOR VERSION AS OF 1",
                "STORAGE_ERROR | SELECT * FROM '/no/such/file.parquet'",
            })
    void failureHasItsCode(ErrorCode code, String sql) {
        QueryException failure = engine.failure(sql);

        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure.getMessage()).doesNotContain("calcite").doesNotContain("Exception");
    }

    @Test
    void namesComeWithTheirPlaceAndTheNearestMatch() {
        QueryException failure = engine.failure("SELECT id,\n  totl\nFROM orders");

        assertThat(failure.position()).contains(new SqlPosition(2, 3, 2, 6));
        assertThat(failure.getMessage()).contains("Did you mean total?");
    }

    @Test
    void escapesComeWithTheirPlace() {
        QueryException failure = engine.failure("SELECT note LIKE 'a' ESCAPE '##' FROM orders");

        assertThat(failure.position()).contains(new SqlPosition(1, 29, 1, 32));
    }

    @Test
    void identifiersMayHoldAnything() {
        String name = "\"a\"\"b\nc 🦆 'd'; DROP TABLE orders\"";
        engine.run("CREATE TABLE " + name + " (" + name + " INTEGER)", "INSERT INTO " + name + " VALUES (7)");

        assertThat(engine.rows("SELECT " + name + " FROM " + name + " WHERE " + name + " = 7"))
                .containsExactly("7");
        assertThat(engine.rows("SELECT count(*) FROM orders")).containsExactly("2");
        engine.run("DROP TABLE " + name);
    }

    @Test
    void nestingOfFiveHundredRuns() {
        String nested = "(".repeat(500) + "1" + " + 1)".repeat(500);

        assertThat(engine.rows("SELECT " + nested)).containsExactly("501");
    }

    @Test
    void absurdNestingIsRefused() {
        String absurd = "(".repeat(100_000) + "1" + ")".repeat(100_000);

        assertThat(engine.failure("SELECT " + absurd).code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
        assertThat(engine.rows("SELECT 1")).containsExactly("1");
    }

    @Test
    void megabyteOfSqlRuns() {
        String list = "1, ".repeat(350_000) + "2";

        assertThat(engine.rows("SELECT count(*) FROM orders WHERE id IN (" + list + ")"))
                .containsExactly("2");
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.parquet"), "PAR1 is not enough");

        QueryException failure = engine.failure("SELECT * FROM '" + damaged + "'");

        assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_ERROR);
        assertThat(failure.getMessage()).contains("damaged.parquet");
    }

    @Test
    void fileDeletedUnderSnapshotIsNamed() throws IOException {
        engine.run("CREATE TABLE fragile AS SELECT 1 AS x");
        Path file = dataFiles()
                .filter(path -> path.toString().contains("fragile"))
                .findFirst()
                .orElseThrow();
        Files.delete(file);

        QueryException failure = engine.failure("SELECT * FROM fragile");

        assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_ERROR);
        assertThat(failure.getMessage()).contains(file.getFileName().toString());
    }

    @Test
    void failedWriteLeavesNoTableAndNoFile() {
        List<Path> before = dataFiles().toList();

        engine.failure("CREATE TABLE broken AS SELECT CAST(note AS INTEGER) AS n FROM orders");
        engine.failure("INSERT INTO orders SELECT id, 1.5 / total, day, note FROM orders");

        assertThat(engine.rows("SHOW TABLES")).doesNotContain("broken");
        assertThat(engine.rows("SELECT count(*) FROM orders")).containsExactly("2");
        assertThat(dataFiles()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void abandonedWriteLeavesNothing() {
        List<Path> before = dataFiles().toList();

        try (Query query = engine.engine().start("CREATE TABLE abandoned AS SELECT 1 AS x", engine.session())) {
            assertThat(query.kind()).isEqualTo(Query.StatementKind.WRITE);
        }

        assertThat(engine.rows("SHOW TABLES")).doesNotContain("abandoned");
        assertThat(dataFiles()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void cancelledQueryEndsAndTheEngineGoesOn() {
        String endless =
                "SELECT count(*) FROM UNNEST(sequence(1, 100000)) a(x) CROSS JOIN UNNEST(sequence(1, 100000)) b(y) "
                        + "CROSS JOIN UNNEST(sequence(1, 1000)) c(z)";
        try (Query query = engine.engine().start(endless, engine.session())) {
            Thread.startVirtualThread(query::cancel);
            QueryException failure = catchThrowableOfType(
                    QueryException.class, () -> query.rows().loadNext());
            assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        }
        assertThat(engine.rows("SELECT 1")).containsExactly("1");
    }

    private static Stream<Path> dataFiles() {
        try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
            return all.filter(path -> path.toString().endsWith(".parquet")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
