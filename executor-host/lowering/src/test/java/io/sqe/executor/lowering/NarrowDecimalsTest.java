package io.sqe.executor.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NarrowDecimalsTest {
    private static final Value PRICE = Value.column("t", "price", PlanTypes.decimal(15, 2));
    private static final Value WIDE = Value.column("t", "wide", PlanTypes.decimal(20, 2));

    @Test
    void aProductHasTheDigitsOfBothFactors() {
        assertThat(product(PRICE.ofDigits(8), PRICE.ofDigits(10))).isEqualTo(18);
        assertThat(product(PRICE.ofDigits(9), PRICE.ofDigits(10)))
                .as("19 digits need more than 64 bits")
                .isZero();
    }

    @Test
    void aColumnOfUnknownDigitsMayHaveAllOfItsType() {
        assertThat(product(PRICE, PRICE.ofDigits(3))).isEqualTo(18);
        assertThat(product(PRICE, PRICE.ofDigits(4))).isZero();
    }

    @Test
    void aSumHasOneDigitMoreThanTheLongerOfItsParts() {
        Value rate = Value.column("t", "rate", PlanTypes.decimal(10, 5)).ofDigits(6);

        assertThat(NarrowDecimals.digits("add", List.of(PRICE.ofDigits(8), rate), PlanTypes.decimal(19, 5)))
                .as("six digits before the point, five behind, one carried")
                .isEqualTo(12);
    }

    @Test
    void theEngineMultipliesWideColumnsWideAnyway() {
        assertThat(product(WIDE.ofDigits(2), PRICE.ofDigits(2))).isZero();
    }

    @Test
    void aResultThatIsRoundedIsLeftToTheCast() {
        assertThat(NarrowDecimals.digits(
                        "multiply", List.of(PRICE.ofDigits(4), PRICE.ofDigits(4)), PlanTypes.decimal(38, 3)))
                .isZero();
    }

    @Test
    void whatTheEngineHasANarrowerTypeForIsWidenedWhereTheTypeShows() {
        Value product = Value.operation("a * b", PlanTypes.decimal(31, 4), List.of());

        assertThat(NarrowDecimals.widened(product.ofDigits(12)).sql()).isEqualTo("CAST(a * b AS DECIMAL(31, 4))");
        assertThat(NarrowDecimals.widened(product)).isEqualTo(product);
        assertThat(NarrowDecimals.widened(PRICE.ofDigits(5))).isEqualTo(PRICE.ofDigits(5));
        assertThat(NarrowDecimals.areTakenBy("sum")).isTrue();
        assertThat(NarrowDecimals.areTakenBy("round")).isFalse();
    }

    private static int product(Value left, Value right) {
        return NarrowDecimals.digits("multiply", List.of(left, right), PlanTypes.decimal(31, 4));
    }
}
