package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.scan.ScanTask;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;

/**
 * A data file of a snapshot.
 *
 * @param file with the statistics that it may be skipped by
 */
record PlannedFile(ScanTask task, DataFile file, PartitionSpec spec) {}
