package io.sqe.gateway.explain;

import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.query.QueryTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a query did, for EXPLAIN ANALYZE.
 *
 * @param rows rows it gave
 * @param bytes bytes of those rows as Arrow
 * @param scans what the catalog planned for each table that was read
 * @param profile what each operator did, if the engine measured it
 */
public record AnalyzedQuery(
        QueryTimings timings, long rows, long bytes, List<ScanPlan> scans, Optional<OperatorProfile> profile) {

    public AnalyzedQuery {
        scans = List.copyOf(scans);
    }

    /** The report, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Planning %s, total %s, %s (%s)"
                .formatted(
                        Quantity.milliseconds(timings.planning()),
                        Quantity.milliseconds(timings.total()),
                        Quantity.count(rows, "row"),
                        Quantity.bytes(bytes)));
        scans.forEach(scan -> lines.add(scanLine(scan)));
        profile.ifPresent(root -> addOperator(root, 0, lines));
        return lines;
    }

    private static String scanLine(ScanPlan scan) {
        long bytesRead = scan.tasks().stream().mapToLong(ScanTask::lengthBytes).sum();
        long deletes = scan.tasks().stream()
                .flatMap(task -> task.deletes().stream())
                .distinct()
                .count();
        return "Scan of %s: %d of %s, %s of %s%s"
                .formatted(
                        scan.table().name(),
                        scan.tasks().size(),
                        Quantity.count(scan.filesTotal(), "file"),
                        Quantity.bytes(bytesRead),
                        Quantity.bytes(scan.bytesTotal()),
                        deletes == 0 ? "" : ", " + Quantity.count(deletes, "delete file"));
    }

    private static void addOperator(OperatorProfile operator, int depth, List<String> lines) {
        String indent = "  ".repeat(depth);
        String bytesRead = operator.bytesRead() == 0 ? "" : ", " + Quantity.bytes(operator.bytesRead()) + " read";
        lines.add("%s%s: %s, %s%s"
                .formatted(
                        indent,
                        operator.name(),
                        Quantity.count(operator.rows(), "row"),
                        Quantity.milliseconds(operator.time()),
                        bytesRead));
        Map<String, String> details = new TreeMap<>(operator.details());
        details.forEach((name, detail) -> lines.add(indent + "    " + name + ": " + oneLine(detail)));
        operator.inputs().forEach(input -> addOperator(input, depth + 1, lines));
    }

    private static String oneLine(String detail) {
        return detail.strip().replaceAll("\\s*\\R\\s*", ", ");
    }
}
