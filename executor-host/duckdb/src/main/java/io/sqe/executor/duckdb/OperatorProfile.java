package io.sqe.executor.duckdb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one operator of a statement did.
 *
 * @param name DuckDB's name for the operator, such as {@code TABLE_SCAN}
 * @param metrics its figures, by DuckDB's names
 * @param details its predicates, columns and the like, by DuckDB's names; empty unless they were asked for
 * @param children the operators that it read from
 */
public record OperatorProfile(
        String name, Map<String, Double> metrics, Map<String, String> details, List<OperatorProfile> children) {
    private static final double NANOS_PER_SECOND = 1e9;

    public OperatorProfile {
        metrics = Map.copyOf(metrics);
        details = Map.copyOf(details);
        children = List.copyOf(children);
    }

    /** The time spent in the operator itself, all threads together. */
    public Duration time() {
        return Duration.ofNanos(Math.round(metrics.getOrDefault("operator.timing", 0.0) * NANOS_PER_SECOND));
    }

    /** The rows that it gave. */
    public long rows() {
        return number("operator.intermediate_rows").orElse(0);
    }

    /** The rows that a scan read. */
    public OptionalLong rowsScanned() {
        return number("operator.rows_scanned");
    }

    /** The row groups that a scan read. */
    public OptionalLong rowGroupsScanned() {
        return number("operator.row_groups_scanned");
    }

    /** The row groups that the files of a scan have. */
    public OptionalLong rowGroupsTotal() {
        return number("operator.total_row_groups_to_scan");
    }

    private OptionalLong number(String metric) {
        Double number = metrics.get(metric);
        return number == null ? OptionalLong.empty() : OptionalLong.of(Math.round(number));
    }
}
