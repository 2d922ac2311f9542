package io.sqe.catalog.iceberg;

import io.sqe.catalog.iceberg.Samples.Sample;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanPredicate.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A predicate over column {@code v}, field id 1, together with the SQL that DuckDB runs for it. */
record PredicateSql(ScanPredicate predicate, String sql) {
    private static final Map<Comparison, String> OPERATORS = Map.of(
            Comparison.EQUAL, "=",
            Comparison.NOT_EQUAL, "<>",
            Comparison.LESS, "<",
            Comparison.LESS_OR_EQUAL, "<=",
            Comparison.GREATER, ">",
            Comparison.GREATER_OR_EQUAL, ">=");

    /** Every kind of predicate with every sample, plain and negated. */
    static List<PredicateSql> all(Samples samples) {
        List<PredicateSql> all = new ArrayList<>();
        for (Sample sample : samples.values()) {
            for (Comparison comparison : Comparison.values()) {
                all.add(compare(comparison, sample));
            }
            if (samples.name().equals("string")) {
                all.add(startsWith((String) sample.literal().value()));
            }
        }
        all.add(in(samples.values().subList(0, samples.values().size() / 2)));
        all.add(new PredicateSql(new ScanPredicate.IsNull(1), "v IS NULL"));
        all.add(new PredicateSql(new ScanPredicate.In(1, List.of()), "false"));
        List.copyOf(all).forEach(one -> all.add(one.negated()));
        return all;
    }

    /** Predicates put together from others by chance. */
    static List<PredicateSql> combined(List<PredicateSql> parts, int count, Random random) {
        List<PredicateSql> all = new ArrayList<>(parts);
        for (int i = 0; i < count; i++) {
            PredicateSql left = all.get(random.nextInt(all.size()));
            PredicateSql right = parts.get(random.nextInt(parts.size()));
            PredicateSql both = random.nextBoolean() ? left.and(right) : left.or(right);
            all.add(random.nextInt(3) == 0 ? both.negated() : both);
        }
        return all.subList(parts.size(), all.size());
    }

    static PredicateSql compare(Comparison comparison, Sample sample) {
        return new PredicateSql(
                new ScanPredicate.Compare(1, comparison, sample.literal()),
                "v " + OPERATORS.get(comparison) + " " + sample.sql());
    }

    static PredicateSql in(List<Sample> samples) {
        return new PredicateSql(
                new ScanPredicate.In(1, samples.stream().map(Sample::literal).toList()),
                samples.stream().map(Sample::sql).collect(Collectors.joining(", ", "v IN (", ")")));
    }

    private static PredicateSql startsWith(String prefix) {
        return new PredicateSql(
                new ScanPredicate.StartsWith(1, prefix), "starts_with(v, '" + prefix.replace("'", "''") + "')");
    }

    private PredicateSql negated() {
        return new PredicateSql(new ScanPredicate.Not(predicate), "NOT (" + sql + ")");
    }

    private PredicateSql and(PredicateSql other) {
        return new PredicateSql(
                new ScanPredicate.And(predicate, other.predicate), "(" + sql + " AND " + other.sql + ")");
    }

    private PredicateSql or(PredicateSql other) {
        return new PredicateSql(new ScanPredicate.Or(predicate, other.predicate), "(" + sql + " OR " + other.sql + ")");
    }
}
