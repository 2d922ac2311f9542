package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decimal arithmetic is exact and of the declared type, whether the values in the files fit in 64 bits or not. */
class DecimalDigitsIT {
    private static final String PRODUCT = "price * (1 - rate)";
    private static final String LARGE = "(9999999999999.99, -0.99)";

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

    @BeforeEach
    void makeSmallPrices() {
        engine.run(
                "DROP TABLE IF EXISTS sales",
                "CREATE TABLE sales (price DECIMAL(15, 2), rate DECIMAL(15, 2))",
                "INSERT INTO sales VALUES (100.50, 0.05), (-3.25, 0.10), (NULL, 0.10)");
    }

    @Test
    void smallValuesAreMultipliedIn64Bits() {
        assertThat(engine.rows("EXPLAIN ENGINE SELECT sum(" + PRODUCT + ") FROM sales"))
                .noneMatch(line -> line.contains("DECIMAL(31, 4)"));
        assertThat(engine.rows("SELECT sum(" + PRODUCT + ") FROM sales")).containsExactly("92.5500");
    }

    @Test
    void aLargeValueThatIsAddedLaterIsMultipliedExactly() {
        engine.rows("SELECT sum(" + PRODUCT + ") FROM sales");

        engine.run("INSERT INTO sales VALUES " + LARGE);

        assertThat(engine.rows("SELECT sum(" + PRODUCT + ") FROM sales")).containsExactly("19900000000092.5301");
        assertThat(engine.rows("SELECT max(price * price) FROM sales"))
                .containsExactly("99999999999999800000000000.0001");
    }

    @Test
    void theTypeIsTheDeclaredOneWhateverIsInTheFiles() {
        String types = "SELECT typeof(" + PRODUCT + "), typeof(price * price), typeof(x) FROM (SELECT " + PRODUCT
                + " AS x, price, rate FROM sales LIMIT 1)";
        var small = engine.rows(types);

        engine.run("INSERT INTO sales VALUES " + LARGE);

        assertThat(engine.rows(types)).isEqualTo(small).allMatch(row -> row.contains("decimal(31,4)"));
    }

    @Test
    void aNarrowProductMayBeUsedByAnything() {
        String products =
                "SELECT round(p, 1), CAST(p AS VARCHAR), CASE WHEN p > 0 THEN p ELSE 0 END, ARRAY[p, 1.5], -p,"
                        + " p * 10000000000000000, coalesce(p, 0.5) FROM (SELECT " + PRODUCT + " AS p FROM sales)";
        var small = engine.rows(products + " ORDER BY p");

        engine.run("INSERT INTO sales VALUES " + LARGE);

        assertThat(engine.rows(products + " WHERE p < 1000000 OR p IS NULL ORDER BY p"))
                .isEqualTo(small);
    }
}
