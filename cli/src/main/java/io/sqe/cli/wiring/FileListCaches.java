package io.sqe.cli.wiring;

import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.scan.KeptFileLists;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.NamedCache;
import java.util.Collection;
import java.util.List;

/** Lists each catalog's file lists among the caches: the catalogs do not know of those. */
final class FileListCaches {
    /** About what the bounds, counts and sizes of one column of one file take. */
    private static final int COLUMN_STATISTIC_BYTES = 512;

    private FileListCaches() {}

    static List<CacheStatistics> of(Collection<IcebergCatalog> catalogs) {
        return catalogs.stream().map(FileListCaches::of).toList();
    }

    private static CacheStatistics of(IcebergCatalog catalog) {
        return new NamedCache("files:" + catalog.name(), () -> state(catalog.fileLists()));
    }

    private static CacheState state(KeptFileLists lists) {
        return new CacheState(
                lists.snapshots(),
                lists.columnStatistics() * COLUMN_STATISTIC_BYTES,
                lists.columnStatisticsMax() * COLUMN_STATISTIC_BYTES,
                lists.hits(),
                lists.misses(),
                lists.evictions());
    }
}
