package io.sqe.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ComparisonPropertyTest {
    private static final FinalOrder UNORDERED = FinalOrder.of("SELECT * FROM t");

    /** A row of a key that often repeats and an amount. */
    record Line(int key, double amount) {}

    @Property(tries = 200)
    void aShuffledResultWithNoiseIsEqual(@ForAll("lines") List<Line> lines, @ForAll Random random) {
        List<Line> shuffled = new ArrayList<>();
        lines.forEach(line -> shuffled.add(new Line(line.key(), line.amount() * (1 + random.nextDouble() * 1e-12))));
        Collections.shuffle(shuffled, random);
        assertThat(compare(lines, shuffled)).isInstanceOf(Verdict.Equal.class);
    }

    @Property(tries = 200)
    void aResultWithOneRowChangedIsDifferent(
            @ForAll("lines") List<Line> lines, @ForAll @IntRange(max = 1000) int which) {
        List<Line> changed = new ArrayList<>(lines);
        int index = which % lines.size();
        changed.set(index, new Line(lines.get(index).key(), lines.get(index).amount() + 0.01));
        Collections.reverse(changed);
        assertThat(compare(lines, changed)).isInstanceOf(Verdict.Different.class);
    }

    @Property(tries = 200)
    void aResultWithOneRowDoubledForAnotherIsDifferent(@ForAll("lines") List<Line> lines) {
        List<Line> doubled = new ArrayList<>(lines);
        doubled.set(0, new Line(lines.getFirst().key() + 100, lines.getFirst().amount()));
        assertThat(compare(lines, doubled)).isInstanceOf(Verdict.Different.class);
        assertThat(compare(doubled, lines)).isInstanceOf(Verdict.Different.class);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, 5);
        Arbitrary<Double> amounts = Arbitraries.integers().between(1, 1000).map(cents -> cents / 10.0);
        return Combinators.combine(keys, amounts)
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Verdict compare(List<Line> ours, List<Line> theirs) {
        ResultTable left = table(ours);
        ResultTable right = table(theirs);
        return Comparison.compare(left, right, UNORDERED, right.rows()::forEach);
    }

    private static ResultTable table(List<Line> lines) {
        Results results = Results.with("key", Results.BIGINT).and("amount", Results.DOUBLE);
        lines.forEach(line -> results.row(line.key(), line.amount()));
        return results.table();
    }
}
