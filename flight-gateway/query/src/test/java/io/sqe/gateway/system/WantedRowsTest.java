package io.sqe.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.Literal;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedRowsTest {
    private static final ScanPredicate MAIN =
            new ScanPredicate.Compare(2, Comparison.EQUAL, new Literal(new ColumnType.StringType(), "main"));

    @Test
    void aRowIsLeftOutByTheValuesThatAreKnown() {
        assertThat(wants(MAIN, Map.of(2, text("main")))).isTrue();
        assertThat(wants(MAIN, Map.of(2, text("other")))).isFalse();
        assertThat(wants(MAIN, Map.of(2, Optional.empty()))).isFalse();
        assertThat(wants(MAIN, Map.of(1, text("lake")))).isTrue();
        assertThat(wants(new ScanPredicate.StartsWith(2, "ma"), Map.of(2, text("other"))))
                .isFalse();
        assertThat(wants(new ScanPredicate.In(2, List.of()), Map.of(2, text("main"))))
                .isFalse();
    }

    @Test
    void aNegationLeavesOutOnlyWhatSurelyHolds() {
        assertThat(wants(new ScanPredicate.Not(MAIN), Map.of(2, text("main")))).isFalse();
        assertThat(wants(new ScanPredicate.Not(MAIN), Map.of(2, text("other")))).isTrue();
        assertThat(wants(new ScanPredicate.Not(less("x")), Map.of(2, text("main"))))
                .as("an order that is the engine's to settle")
                .isTrue();
    }

    @Test
    void anAlternativeThatIsNotKnownKeepsTheRow() {
        ScanPredicate either = new ScanPredicate.Or(MAIN, new ScanPredicate.IsNull(3));

        assertThat(wants(either, Map.of(2, text("other")))).isTrue();
        assertThat(wants(either, Map.of(2, text("other"), 3, text("t")))).isFalse();
    }

    private static ScanPredicate less(String value) {
        return new ScanPredicate.Compare(2, Comparison.LESS, new Literal(new ColumnType.StringType(), value));
    }

    private static boolean wants(ScanPredicate predicate, Map<Integer, Optional<Literal>> known) {
        return new WantedRows(predicate).mayBe(known);
    }

    private static Optional<Literal> text(String value) {
        return Optional.of(new Literal(new ColumnType.StringType(), value));
    }
}
