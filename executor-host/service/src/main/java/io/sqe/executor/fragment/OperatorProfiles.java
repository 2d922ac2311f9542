package io.sqe.executor.fragment;

import io.sqe.executor.OperatorProfile;
import io.sqe.executor.duckdb.QueryProfile;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Maps DuckDB's profile to the executors' common one. */
final class OperatorProfiles {
    private static final String BYTES_READ = "io.total_bytes_read";

    private OperatorProfiles() {}

    static OperatorProfile of(QueryProfile profile) {
        long bytesRead = Math.round(profile.metrics().getOrDefault(BYTES_READ, 0.0));
        return of(profile.root(), bytesRead);
    }

    /** DuckDB counts the bytes of all scans together: they are told of the root. */
    private static OperatorProfile of(io.sqe.executor.duckdb.OperatorProfile operator, long bytesRead) {
        Map<String, String> details = new TreeMap<>(operator.details());
        put(details, "rows_scanned", operator.rowsScanned());
        put(details, "row_groups_read", operator.rowGroupsScanned());
        put(details, "row_groups_total", operator.rowGroupsTotal());
        List<OperatorProfile> inputs =
                operator.children().stream().map(child -> of(child, 0)).toList();
        return new OperatorProfile(operator.name(), operator.time(), operator.rows(), bytesRead, details, inputs);
    }

    private static void put(Map<String, String> details, String name, OptionalLong value) {
        value.ifPresent(number -> details.put(name, Long.toString(number)));
    }
}
