package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavaFunctionsTest {
    private final Engine engine = Engine.locked();

    @BeforeEach
    void registerTwice() {
        engine.database.register(ScalarFunction.of("twice", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> {
            for (int row = 0; row < rows; row++) {
                result.setLong(row, 2 * arguments.getFirst().longAt(row));
            }
        }));
        engine.database.register(ScalarFunction.of(
                "twice", List.of("VARCHAR"), "VARCHAR", (rows, arguments, result) -> {
                    for (int row = 0; row < rows; row++) {
                        ByteBuffer bytes = arguments.getFirst().bytesAt(row);
                        int length = bytes.remaining();
                        byte[] doubled = new byte[2 * length];
                        bytes.get(0, doubled, 0, length);
                        bytes.get(0, doubled, length, length);
                        result.setBytes(row, doubled);
                    }
                }));
    }

    @AfterEach
    void nothingLeaks() {
        engine.close();
        assertThat(Engine.LIBRARY.objects().count()).isZero();
    }

    @Test
    void aFunctionWorksOnEveryRow() {
        assertThat(engine.text("SELECT sum(twice(range)) FROM range(1_000_000)"))
                .isEqualTo("999999000000");
    }

    @Test
    void nullInGivesNullOut() {
        assertThat(engine.texts("SELECT twice(CASE WHEN range % 2 = 0 THEN range END) FROM range(5)", 10))
                .containsExactly("0", "null", "4", "null", "8");
        assertThat(engine.text("SELECT twice(NULL::VARCHAR)")).isEqualTo("null");
    }

    @Test
    void constantsDictionariesAndFilteredRowsAreRead() {
        engine.connection.execute("CREATE TYPE mood AS ENUM ('sad', 'a mood with a long name')");
        engine.connection.execute(
                "CREATE TABLE t AS SELECT range AS i, 'word ' || (range % 3) AS s FROM range(10_000)");
        assertThat(engine.text("SELECT twice(21)")).isEqualTo("42");
        assertThat(engine.text("SELECT string_agg(x, ',' ORDER BY x) FROM (SELECT DISTINCT twice(s) AS x FROM t)"))
                .isEqualTo("word 0word 0,word 1word 1,word 2word 2");
        assertThat(engine.text("SELECT sum(twice(i)) FROM t WHERE i % 1000 = 7"))
                .isEqualTo("90140");
        assertThat(engine.text("SELECT twice('a mood with a long name'::mood::VARCHAR)"))
                .isEqualTo("a mood with a long namea mood with a long name");
    }

    @Test
    void stringsAroundTheInlineLimitAreRight() {
        for (int length : List.of(0, 1, 5, 6, 7, 12, 13, 100_000)) {
            assertThat(engine.text("SELECT twice(x) = x || x FROM (SELECT repeat('ü', %d) AS x)".formatted(length)))
                    .isEqualTo("true");
        }
    }

    @Test
    void everyWidthIsReadAndWritten() {
        for (String type : List.of(
                "TINYINT",
                "SMALLINT",
                "INTEGER",
                "BIGINT",
                "HUGEINT",
                "DECIMAL(4,1)",
                "DECIMAL(9,1)",
                "DECIMAL(18,1)",
                "DECIMAL(38,1)",
                "DATE",
                "TIMESTAMP",
                "UUID",
                "FLOAT",
                "DOUBLE",
                "BOOLEAN",
                "VARCHAR",
                "BLOB")) {
            String name = "same_" + type.replaceAll("\\W", "_");
            engine.database.register(ScalarFunction.of(name, List.of(type), type, (rows, arguments, result) -> {
                for (int row = 0; row < rows; row++) {
                    copy(type, arguments.getFirst(), result, row);
                }
            }));
            String literal = switch (type) {
                case "DATE" -> "'1969-07-20'";
                case "TIMESTAMP" -> "'1969-07-20 20:17:40.5'";
                case "UUID" -> "'6d3d2541-ed1d-4b1e-8c54-7d1f1c3a2b11'";
                default -> "'-1'";
            };
            assertThat(engine.text("SELECT bool_and(%s(x) = x) FROM (SELECT (%s)::%s AS x FROM range(3))"
                            .formatted(name, type.equals("BOOLEAN") ? "true" : literal, type)))
                    .as(type)
                    .isEqualTo("true");
        }
    }

    private static void copy(String type, InputColumn argument, OutputColumn result, int row) {
        switch (type) {
            case "FLOAT" -> result.setFloat(row, argument.floatAt(row));
            case "DOUBLE" -> result.setDouble(row, argument.doubleAt(row));
            case "BOOLEAN" -> result.setBoolean(row, argument.booleanAt(row));
            case "HUGEINT", "UUID", "DECIMAL(38,1)" ->
                result.setLongs(row, argument.longAt(row), argument.upperLongAt(row));
            case "VARCHAR", "BLOB" -> {
                ByteBuffer bytes = argument.bytesAt(row);
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                result.setBytes(row, copy);
            }
            default -> result.setLong(row, argument.longAt(row));
        }
    }

    @Test
    void whatAFunctionThrowsFailsTheQueryAndNothingElse() {
        engine.database.register(ScalarFunction.of("fails", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> {
            throw new IllegalStateException("no such bucket");
        }));
        engine.database.register(
                ScalarFunction.of("overflows", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> overflow(1)));
        engine.database.register(
                ScalarFunction.of("refuses", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> {
                    throw DuckDbException.of(3002, "budget exhausted");
                }));
        assertThatThrownBy(() -> engine.rows("SELECT fails(range) FROM range(100_000)"))
                .isInstanceOf(DuckDbException.Execution.class)
                .hasMessageContaining("no such bucket");
        assertThatThrownBy(() -> engine.rows("SELECT overflows(range) FROM range(3)"))
                .isInstanceOf(DuckDbException.Execution.class)
                .hasMessageContaining("StackOverflowError");
        assertThatThrownBy(() -> engine.rows("SELECT refuses(range) FROM range(3)"))
                .isInstanceOf(DuckDbException.OutOfMemory.class)
                .hasMessageContaining("budget exhausted");
        assertThat(engine.text("SELECT twice(1)")).isEqualTo("2");
    }

    @Test
    void aTypeThatNoColumnCanHoldIsRefused() {
        ScalarFunction nested =
                ScalarFunction.of("nested", List.of("INTEGER[]"), "BIGINT", (rows, arguments, result) -> {});
        assertThatThrownBy(() -> engine.database.register(nested)).hasMessageContaining("INTEGER[]");
    }

    private static long overflow(long depth) {
        return depth == Long.MAX_VALUE ? depth : overflow(depth + 1) + 1;
    }
}
