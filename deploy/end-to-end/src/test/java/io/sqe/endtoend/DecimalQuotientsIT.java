package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.failure.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotients and means of decimals are exact, and halves are rounded away from zero, as in Trino. */
class DecimalQuotientsIT {
    private static final int PAIRS = 300;
    private static final long SEED = 20_261_121;

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
    @CsvSource({
        "5, 2, 3, 0",
        "12, 2, 12, 2",
        "18, 2, 18, 6",
        "18, 10, 18, 0",
        "30, 4, 20, 2",
        "38, 0, 38, 10",
        "38, 12, 9, 9"
    })
    void quotientsAreThoseOfBigDecimal(int dividendDigits, int dividendScale, int divisorDigits, int divisorScale) {
        var random = new Random(SEED);
        int scale = Math.max(dividendScale, divisorScale);
        List<String> rows = new ArrayList<>();
        List<String> quotients = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            BigDecimal dividend = decimal(random, dividendDigits, dividendScale);
            BigDecimal divisor = decimal(random, divisorDigits, divisorScale);
            BigDecimal quotient = divisor.signum() == 0 ? null : dividend.divide(divisor, scale, RoundingMode.HALF_UP);
            if (quotient != null && quotient.precision() <= 37) {
                rows.add("(%d, DECIMAL '%s', DECIMAL '%s')"
                        .formatted(i, dividend.toPlainString(), divisor.toPlainString()));
                quotients.add(quotient.toString());
            }
        }

        assertThat(engine.rows(
                        "SELECT CAST(x AS DECIMAL(%d, %d)) / CAST(y AS DECIMAL(%d, %d)) FROM (VALUES %s) AS t (i, x, y) ORDER BY i"
                                .formatted(
                                        dividendDigits,
                                        dividendScale,
                                        divisorDigits,
                                        divisorScale,
                                        String.join(", ", rows))))
                .isEqualTo(quotients)
                .hasSizeGreaterThan(PAIRS / 2);
    }

    /** Of all lengths, so that small values and large ones meet. */
    private static BigDecimal decimal(Random random, int digits, int scale) {
        BigInteger unscaled = new BigInteger(random.nextInt(1, (int) (digits * 3.3)), random);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
    }

    @Test
    void halvesAreRoundedAwayFromZero() {
        assertThat(engine.rows("SELECT x / 2.00, -x / 2 FROM (VALUES 2.01, 0.29, 1.15) AS t (x) ORDER BY x"))
                .containsExactly("0.15|-0.15", "0.58|-0.58", "1.01|-1.01");
    }

    @Test
    void meansAreExact() {
        String pair = " FROM (VALUES 2.01, 0.00) AS t (x)";

        assertThat(engine.rows("SELECT avg(x), avg(DISTINCT x), avg(x) FILTER (WHERE x > 1), typeof(avg(x))" + pair))
                .containsExactly("1.01|1.01|2.01|decimal(3,2)");
        assertThat(engine.rows("SELECT avg(x) OVER (ORDER BY x)" + pair)).containsExactly("0.00", "1.01");
        assertThat(engine.rows("SELECT avg(x)" + pair + " WHERE x > 3")).containsExactly("null");
    }

    @Test
    void nullsStayNullAndZeroIsRefused() {
        assertThat(engine.rows("SELECT 1.5 / y, y / 0.0 FROM (VALUES CAST(NULL AS DECIMAL(5, 2))) AS t (y)"))
                .containsExactly("null|null");
        assertThat(engine.failure("SELECT 1.5 / (x - x) FROM (VALUES 2.01) AS t (x)")
                        .code())
                .isEqualTo(ErrorCode.DIVISION_BY_ZERO);
        assertThat(engine.failure(
                                "SELECT CAST(99999999999999999999999999999999999999 AS DECIMAL(38, 0)) / DECIMAL '0.0001'")
                        .code())
                .isEqualTo(ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE);
    }
}
