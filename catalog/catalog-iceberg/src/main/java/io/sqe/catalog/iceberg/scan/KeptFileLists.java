package io.sqe.catalog.iceberg.scan;

/**
 * How the file lists of snapshots have served.
 *
 * @param snapshots whose files are kept
 * @param columnStatistics kept with them, each some half a kilobyte
 * @param evictions of snapshots that nobody asked for any more
 */
public record KeptFileLists(
        long snapshots, long columnStatistics, long columnStatisticsMax, long hits, long misses, long evictions) {}
