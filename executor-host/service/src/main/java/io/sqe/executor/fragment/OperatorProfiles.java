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
        int scans = scansIn(profile.root());
        return of(profile.root(), scans == 1 ? bytesRead : 0);
    }

    /** DuckDB counts the bytes of all scans together: they are told of a scan that is the only one. */
    private static OperatorProfile of(io.sqe.executor.duckdb.OperatorProfile operator, long bytesOfOnlyScan) {
        Map<String, String> details = new TreeMap<>(operator.details());
        put(details, "rows_scanned", operator.rowsScanned());
        put(details, "row_groups_read", operator.rowGroupsScanned());
        put(details, "row_groups_total", operator.rowGroupsTotal());
        List<OperatorProfile> inputs = operator.children().stream()
                .map(child -> of(child, bytesOfOnlyScan))
                .toList();
        return new OperatorProfile(
                operator.name(),
                operator.time(),
                operator.rows(),
                isScan(operator) ? bytesOfOnlyScan : 0,
                details,
                inputs);
    }

    private static int scansIn(io.sqe.executor.duckdb.OperatorProfile operator) {
        int below =
                operator.children().stream().mapToInt(OperatorProfiles::scansIn).sum();
        return isScan(operator) ? below + 1 : below;
    }

    private static boolean isScan(io.sqe.executor.duckdb.OperatorProfile operator) {
        return operator.rowsScanned().orElse(0) > 0 && operator.children().isEmpty();
    }

    private static void put(Map<String, String> details, String name, OptionalLong value) {
        value.ifPresent(number -> details.put(name, Long.toString(number)));
    }
}
