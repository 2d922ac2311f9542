package io.sqe.catalog.scan;

import io.sqe.catalog.TableMetadata;
import java.util.List;

/**
 * What a scan reads.
 *
 * @param table the table at the version asked for; its schema is the one rows are read with
 * @param filesTotal data files of the snapshot, skipped ones included
 */
public record ScanPlan(TableMetadata table, List<ScanTask> tasks, long filesTotal, long bytesTotal) {

    public ScanPlan {
        tasks = List.copyOf(tasks);
    }
}
