package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions mean what they mean in Trino, from text to Arrow. */
class ExpressionsIT {
    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder.resolve("warehouse"));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | CAST(NULL AS DECIMAL(9, 2)) | 0.0",
                "null | CAST(NULL AS INTEGER)       | 0",
                "null | 0.5                         | CAST(NULL AS DECIMAL(9, 2))",
                "1.7  | 0.5                         | 0.3",
                "0.0  | 0.5                         | 12345678901234567890.0",
                "-2   | 7                           | -3",
            })
    void onlyZeroItselfCannotBeDividedBy(String quotient, String dividend, String divisor) {
        String sql = "SELECT x / y FROM (VALUES (%s, %s)) AS t (x, y)".formatted(dividend, divisor);

        assertThat(engine.rows(sql)).containsExactly(quotient);
    }

    @Test
    void quotientsOfQuotientsStayShort() {
        String sql = "SELECT 1024.0" + " / (2.0".repeat(40) + ")".repeat(40);

        assertThat(engine.rows(sql)).hasSize(1);
    }
}
