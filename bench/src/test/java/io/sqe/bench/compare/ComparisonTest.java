package io.sqe.bench.compare;

import static io.sqe.bench.compare.Results.BIGINT;
import static io.sqe.bench.compare.Results.DECIMAL_2;
import static io.sqe.bench.compare.Results.DOUBLE;
import static io.sqe.bench.compare.Results.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.compare.Verdict.Different;
import io.sqe.bench.compare.Verdict.Equal;
import io.sqe.bench.compare.Verdict.Vacuous;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String TOP_TWO = "SELECT k, v FROM t ORDER BY k LIMIT 2";

    private static final String UNORDERED = "SELECT * FROM t";

    @Test
    void rowsMayComeInAnyOrderWhenTheQueryHasNone() {
        ResultTable ours = Results.with("id", BIGINT).row(1).row(2).row(2).table();
        ResultTable theirs = Results.with("id", BIGINT).row(2).row(1).row(2).table();
        assertThat(compare(ours, theirs, UNORDERED)).isEqualTo(new Equal(3));
    }

    @Test
    void howOftenARowComesMatters() {
        ResultTable ours = Results.with("id", BIGINT).row(1).row(2).row(2).table();
        ResultTable theirs = Results.with("id", BIGINT).row(1).row(1).row(2).table();
        assertThat(compare(ours, theirs, UNORDERED)).isInstanceOf(Different.class);
    }

    @Test
    void aMissingRowIsShown() {
        ResultTable ours =
                Results.with("id", BIGINT).and("name", TEXT).row(1, "a").table();
        ResultTable theirs = Results.with("id", BIGINT)
                .and("name", TEXT)
                .row(1, "a")
                .row(2, "b")
                .table();
        assertThat(compare(ours, theirs, UNORDERED)).isEqualTo(new Different(1, """
                1 rows against 2
                    theirs: 2 | 'b'"""));
    }

    @Test
    void nullEqualsNullOnly() {
        ResultTable ours =
                Results.with("name", TEXT).row("x").row((Object) null).table();
        ResultTable theirs = Results.with("name", TEXT).row("x").row("").table();
        assertThat(compare(ours, theirs, UNORDERED)).isInstanceOf(Different.class);
        assertThat(compare(ours, ours, UNORDERED)).isEqualTo(new Equal(2));
    }

    @Test
    void noRowsOrOnlyNullsAreVacuous() {
        ResultTable empty = Results.with("id", BIGINT).table();
        ResultTable nulls =
                Results.with("id", BIGINT).and("name", TEXT).row(null, null).table();
        assertThat(compare(empty, empty, UNORDERED)).isEqualTo(new Vacuous(0));
        assertThat(compare(nulls, nulls, UNORDERED)).isEqualTo(new Vacuous(1));
    }

    @Test
    void aTextIsNotANumberThatLooksLikeIt() {
        ResultTable ours = Results.with("id", BIGINT).row(1).table();
        ResultTable theirs = Results.with("id", TEXT).row("1").table();
        assertThat(compare(ours, theirs, UNORDERED)).isInstanceOf(Different.class);
    }

    @Test
    void trailingZerosOfDecimalsDoNotMatter() {
        ResultTable ours =
                Results.with("x", DECIMAL_2).row(new BigDecimal("1.50")).table();
        ResultTable theirs =
                Results.with("x", DECIMAL_2).row(new BigDecimal("1.5")).table();
        assertThat(compare(ours, theirs, UNORDERED)).isEqualTo(new Equal(1));
    }

    @Test
    void decimalsThatDifferInTheLastPlaceDiffer() {
        ResultTable ours =
                Results.with("x", DECIMAL_2).row(new BigDecimal("1.50")).table();
        ResultTable theirs =
                Results.with("x", DECIMAL_2).row(new BigDecimal("1.51")).table();
        assertThat(compare(ours, theirs, UNORDERED)).isInstanceOf(Different.class);
    }

    @Test
    void aDecimalMayBeTheRoundingOfADouble() {
        ResultTable ours =
                Results.with("x", DECIMAL_2).row(new BigDecimal("25.52")).table();
        ResultTable near = Results.with("x", DOUBLE).row(25.516471920522985).table();
        ResultTable far = Results.with("x", DOUBLE).row(25.54).table();
        assertThat(compare(ours, near, UNORDERED)).isEqualTo(new Equal(1));
        assertThat(compare(ours, far, UNORDERED)).isInstanceOf(Different.class);
    }

    @Test
    void anIntegerIsNotTheRoundingOfADouble() {
        ResultTable ours = Results.with("x", BIGINT).row(2).table();
        ResultTable theirs = Results.with("x", DOUBLE).row(2.5).table();
        assertThat(compare(ours, theirs, UNORDERED)).isInstanceOf(Different.class);
    }

    @Test
    void doublesArePairedAcrossNoiseInAnEarlierColumn() {
        ResultTable ours = Results.with("x", DOUBLE)
                .and("y", DOUBLE)
                .row(1.0, 5.0)
                .row(1.0 + 1e-13, 3.0)
                .table();
        ResultTable theirs = Results.with("x", DOUBLE)
                .and("y", DOUBLE)
                .row(1.0, 3.0)
                .row(1.0 + 1e-13, 5.0)
                .table();
        assertThat(compare(ours, theirs, UNORDERED)).isEqualTo(new Equal(2));
    }

    @Test
    void sortKeysMustComeInTheSameSequence() {
        ResultTable ours = Results.with("id", BIGINT).row(2).row(1).table();
        ResultTable theirs = Results.with("id", BIGINT).row(1).row(2).table();
        assertThat(compare(ours, theirs, "SELECT id FROM t ORDER BY id")).isEqualTo(new Different(2, """
                row 1 is out of order
                    ours:   2
                    theirs: 1"""));
    }

    @Test
    void tiedRowsMayComeInAnyOrder() {
        ResultTable ours = pairs("1 a", "1 b");
        ResultTable theirs = pairs("1 b", "1 a");
        assertThat(compare(ours, theirs, "SELECT k, v FROM t ORDER BY k")).isEqualTo(new Equal(2));
    }

    @Test
    void whichTiedRowsALimitKeepsIsFree() {
        ResultTable ours = pairs("1 a", "2 b");
        ResultTable theirs = pairs("1 a", "2 c");
        ResultTable uncut = pairs("1 a", "2 b", "2 c");
        assertThat(compare(ours, theirs, TOP_TWO, uncut)).isEqualTo(new Equal(2));
    }

    @Test
    void aTiedRowMustExist() {
        ResultTable ours = pairs("1 a", "2 made up");
        ResultTable theirs = pairs("1 a", "2 c");
        ResultTable uncut = pairs("1 a", "2 b", "2 c");
        assertThat(compare(ours, theirs, TOP_TWO, uncut)).isInstanceOf(Different.class);
    }

    @Test
    void aTiedRowMayNotComeTwice() {
        ResultTable ours = pairs("2 b", "2 b");
        ResultTable theirs = pairs("2 b", "2 c");
        ResultTable uncut = pairs("2 b", "2 c", "2 d");
        assertThat(compare(ours, theirs, TOP_TWO, uncut)).isInstanceOf(Different.class);
    }

    @Test
    void aRowAboveTheEdgeMayNotDifferEvenIfItExists() {
        ResultTable ours = pairs("1 x", "2 b");
        ResultTable theirs = pairs("1 a", "2 b");
        ResultTable uncut = pairs("1 a", "1 x", "2 b");
        assertThat(compare(ours, theirs, TOP_TWO, uncut)).isInstanceOf(Different.class);
    }

    @Test
    void anOffsetHasAnEdgeAtTheTopToo() {
        ResultTable ours = pairs("1 x", "2 b");
        ResultTable theirs = pairs("1 a", "2 b");
        ResultTable uncut = pairs("1 a", "1 x", "2 b");
        String sql = "SELECT k, v FROM t ORDER BY k LIMIT 2 OFFSET 1";
        assertThat(compare(ours, theirs, sql, uncut)).isEqualTo(new Equal(2));
    }

    @Test
    void aLimitWithoutOrderKeepsAnyRows() {
        ResultTable ours = Results.with("v", TEXT).row("a").table();
        ResultTable theirs = Results.with("v", TEXT).row("b").table();
        ResultTable uncut = Results.with("v", TEXT).row("a").row("b").table();
        assertThat(compare(ours, theirs, "SELECT v FROM t LIMIT 1", uncut)).isEqualTo(new Equal(1));
    }

    private static Verdict compare(ResultTable ours, ResultTable theirs, String sql) {
        return compare(ours, theirs, sql, theirs);
    }

    private static Verdict compare(ResultTable ours, ResultTable theirs, String sql, ResultTable uncut) {
        return Comparison.compare(ours, theirs, FinalOrder.of(sql), List.copyOf(uncut.rows())::forEach);
    }

    /** Rows of a number k and a text v, written {@code "1 a"}. */
    private static ResultTable pairs(String... rows) {
        Results table = Results.with("k", BIGINT).and("v", TEXT);
        for (String row : rows) {
            String[] columns = row.split(" ", 2);
            table = table.row(Long.valueOf(columns[0]), columns[1]);
        }
        return table.table();
    }
}
