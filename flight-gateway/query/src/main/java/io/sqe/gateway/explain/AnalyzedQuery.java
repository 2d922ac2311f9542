package io.sqe.gateway.explain;

import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.RowScan;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.executor.OperatorProfile;
import io.sqe.gateway.query.QueryTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query did, for EXPLAIN ANALYZE.
 *
 * @param rows rows it gave
 * @param bytes bytes of those rows as Arrow
 * @param scans what the catalog planned for each table that was read
 * @param profile what each operator did, if the engine measured it
 * @param audience decides how much is told
 */
public record AnalyzedQuery(
        QueryTimings timings,
        long rows,
        long bytes,
        List<ScanPlan> scans,
        Optional<OperatorProfile> profile,
        Audience audience) {

    /** Who reads the report. */
    public enum Audience {
        UNRESTRICTED,
        /** Somebody who sees a table only in part: rows and bytes on the way would count what is hidden from them. */
        RESTRICTED
    }

    public AnalyzedQuery {
        scans = List.copyOf(scans);
    }

    /** The report, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Planning %s, total %s, %s (%s)%s"
                .formatted(
                        Quantity.milliseconds(timings.planning()),
                        Quantity.milliseconds(timings.total()),
                        Quantity.count(rows, "row"),
                        Quantity.bytes(bytes),
                        bytesRead()));
        if (audience == Audience.UNRESTRICTED) {
            scans.forEach(scan -> lines.add(scanLine(scan)));
        }
        profile.ifPresent(root -> lines.addAll(OperatorTree.lines(root, scans, audience)));
        return lines;
    }

    private String bytesRead() {
        return profile.isPresent() && audience == Audience.UNRESTRICTED
                ? ", " + Quantity.bytes(profile.get().bytesRead()) + " read"
                : "";
    }

    private static String scanLine(ScanPlan scan) {
        return switch (scan) {
            case FileScan files -> scanLine(files);
            case RowScan(var table, var listed) ->
                "%s: %s listed".formatted(table.name(), Quantity.count(listed.size(), "row"));
        };
    }

    private static String scanLine(FileScan scan) {
        long bytesRead = scan.tasks().stream().mapToLong(ScanTask::lengthBytes).sum();
        long deletes = scan.tasks().stream()
                .flatMap(task -> task.deletes().stream())
                .distinct()
                .count();
        return "%s: %d of %s read, %d pruned, %s of %s%s"
                .formatted(
                        scan.table().name(),
                        scan.tasks().size(),
                        Quantity.count(scan.filesTotal(), "file"),
                        scan.filesTotal() - scan.tasks().size(),
                        Quantity.bytes(bytesRead),
                        Quantity.bytes(scan.bytesTotal()),
                        deletes == 0 ? "" : ", " + Quantity.count(deletes, "delete file"));
    }
}
