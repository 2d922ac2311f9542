package io.sqe.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.compare.FinalOrder.Cut;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalOrderTest {

    @Test
    void keysLoseTheirDirection() {
        FinalOrder order =
                FinalOrder.of("SELECT a, b, c FROM t ORDER BY a DESC, b ASC NULLS FIRST, c nulls last LIMIT 5");
        assertThat(order.keys()).containsExactly("a", "b", "c");
        assertThat(order.cut()).isEqualTo(Cut.LIMIT);
        assertThat(order.uncut()).isEqualTo("SELECT a, b, c FROM t ORDER BY a DESC, b ASC NULLS FIRST, c nulls last");
    }

    @Test
    void onlyTheOutermostOrderCounts() {
        FinalOrder order = FinalOrder.of("""
                SELECT x FROM (SELECT x, rank() OVER (ORDER BY y) r FROM t ORDER BY z LIMIT 3) -- order by nothing
                WHERE x <> ' limit 7' AND "order by" = 1""");
        assertThat(order.keys()).isEmpty();
        assertThat(order.cut()).isEqualTo(Cut.NONE);
    }

    @Test
    void anOffsetCutsInTheMiddle() {
        FinalOrder order = FinalOrder.of("SELECT x FROM t ORDER BY x LIMIT 10 OFFSET 1000");
        assertThat(order.cut()).isEqualTo(Cut.OFFSET);
        assertThat(order.uncut()).isEqualTo("SELECT x FROM t ORDER BY x");
    }

    @Test
    void keysAreColumnsByNameByQualifiedNameAndByNumber() {
        FinalOrder order = FinalOrder.of("SELECT a, t.b, count(*) FROM t ORDER BY 3, t.B, \"a\"");
        assertThat(order.keyColumns(List.of("a", "b", "count"))).containsExactly(2, 1, 0);
    }

    @Test
    void keysEndAtAnExpressionAndAtAnAmbiguousName() {
        assertThat(FinalOrder.of("SELECT … ORDER BY a, substr(b, 1, 2), c").keyColumns(List.of("a", "b", "c")))
                .containsExactly(0);
        assertThat(FinalOrder.of("SELECT … ORDER BY a, b").keyColumns(List.of("a", "b", "b")))
                .containsExactly(0);
    }
}
