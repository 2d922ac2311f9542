package io.sqe.gateway.lifecycle;

import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.RowScan;
import io.sqe.catalog.scan.ScanPlan;
import io.sqe.catalog.scan.ScanTask;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.ScanFigures;

/** Notes what a query's scans read. */
final class NotedScans {
    private NotedScans() {}

    static void note(PlannedQuery query) {
        QueryScope.current()
                .ifPresent(scope ->
                        query.scans().values().forEach(scan -> scope.notes().scanned(figures(scan))));
    }

    private static ScanFigures figures(ScanPlan scan) {
        return switch (scan) {
            case FileScan files -> figures(files);
            case RowScan _ -> ScanFigures.NONE;
        };
    }

    private static ScanFigures figures(FileScan scan) {
        long bytes = 0;
        long rows = 0;
        for (ScanTask task : scan.tasks()) {
            bytes += task.lengthBytes();
            rows += task.rowCount();
        }
        int files = scan.tasks().size();
        return new ScanFigures(files, scan.filesTotal() - files, bytes, scan.bytesTotal() - bytes, rows);
    }
}
