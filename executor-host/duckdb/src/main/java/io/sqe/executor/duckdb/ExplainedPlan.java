package io.sqe.executor.duckdb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * DuckDB's plan for a statement, as {@code EXPLAIN (FORMAT JSON)} tells it. It knows what an operator is about, which the
 * profile does not.
 *
 * @param details predicates, columns and the like, by DuckDB's names
 * @param children the operators below
 */
record ExplainedPlan(Map<String, String> details, List<ExplainedPlan> children) {
    /** Operators that run but that no plan shows. */
    private static final String COLLECTOR = "RESULT_COLLECTOR";

    ExplainedPlan {
        details = Map.copyOf(details);
        children = List.copyOf(children);
    }

    /** Reads what DuckDB wrote. */
    static ExplainedPlan parse(String json) {
        Object document = new JsonReader(json).read();
        return of(document instanceof List<?> plans ? plans.getFirst() : document);
    }

    /** Adds the details to a profile of the same statement, down to where the two differ in shape. */
    OperatorProfile describe(OperatorProfile profile) {
        if (profile.name().equals(COLLECTOR) && profile.children().size() == 1) {
            OperatorProfile described = describe(profile.children().getFirst());
            return new OperatorProfile(profile.name(), profile.metrics(), profile.details(), List.of(described));
        }
        if (profile.children().size() != children.size()) {
            return profile;
        }
        List<OperatorProfile> described = IntStream.range(0, children.size())
                .mapToObj(
                        index -> children.get(index).describe(profile.children().get(index)))
                .toList();
        return new OperatorProfile(profile.name(), profile.metrics(), details, described);
    }

    private static ExplainedPlan of(Object node) {
        if (!(node instanceof Map<?, ?> operator)) {
            return new ExplainedPlan(Map.of(), List.of());
        }
        Map<String, String> details = new TreeMap<>();
        if (operator.get("extra_info") instanceof Map<?, ?> extra) {
            extra.forEach((name, detail) -> details.put(name.toString(), text(detail)));
        }
        List<ExplainedPlan> children = operator.get("children") instanceof List<?> below
                ? below.stream().map(ExplainedPlan::of).toList()
                : List.of();
        return new ExplainedPlan(details, children);
    }

    private static String text(Object detail) {
        return detail instanceof List<?> list
                ? list.stream().map(ExplainedPlan::text).collect(Collectors.joining(", "))
                : detail.toString();
    }
}
