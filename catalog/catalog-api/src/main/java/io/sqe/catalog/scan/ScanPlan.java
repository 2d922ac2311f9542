package io.sqe.catalog.scan;

import io.sqe.catalog.TableMetadata;

/** What a scan reads. */
public sealed interface ScanPlan permits FileScan, RowScan {

    /** The table at the version asked for; its schema is the one rows are read with. */
    TableMetadata table();
}
