package io.sqe.catalog.iceberg.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.sqe.catalog.iceberg.footer.ParquetFooters;
import io.sqe.catalog.iceberg.scan.PredicateToExpression.Uuids;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import io.sqe.catalog.iceberg.table.SnapshotSummary;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanPredicate;
import io.sqe.catalog.scan.ScanTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Lists the files of a snapshot that a predicate leaves.
 *
 * <p>A snapshot never changes, so its files are read from the manifests once and kept, with their statistics, for the queries
 * that follow. A snapshot with too many files for that is planned by Iceberg each time, which then skips whole manifests.
 *
 * <p>Safe for use by many threads.
 */
public final class ScanPlanning {
    /** Column statistics kept at most, over all snapshots; each takes about half a kilobyte of memory. */
    static final long COLUMN_STATISTICS_MAX = 200_000;

    private final ParquetFooters footers = new ParquetFooters();
    private final Cache<SnapshotKey, SnapshotFiles> snapshots = Caffeine.newBuilder()
            .maximumWeight(COLUMN_STATISTICS_MAX)
            .<SnapshotKey, SnapshotFiles>weigher((key, files) -> weight(key, files.count()))
            .recordStats()
            .build();
    private final long columnStatisticsMax;

    public ScanPlanning() {
        this(COLUMN_STATISTICS_MAX);
    }

    /** @param columnStatisticsMax how many column statistics a snapshot may have to be kept */
    ScanPlanning(long columnStatisticsMax) {
        this.columnStatisticsMax = columnStatisticsMax;
    }

    /** What is kept just now. */
    public KeptFileLists kept() {
        CacheStats served = snapshots.stats();
        long weight = snapshots
                .policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0L))
                .orElse(0L);
        return new KeptFileLists(
                snapshots.estimatedSize(),
                weight,
                COLUMN_STATISTICS_MAX,
                served.hitCount(),
                served.missCount(),
                served.evictionCount());
    }

    public FileScan plan(ReadPoint point, ScanPredicate predicate) {
        if (point.snapshot().isEmpty()) {
            return plan(point, List.of(), SnapshotFiles.NONE);
        }
        Snapshot snapshot = point.snapshot().get();
        var key = SnapshotKey.of(point, snapshot);
        long expected = SnapshotSummary.dataFiles(snapshot).orElse(0);
        try {
            if (expected > columnStatisticsMax / key.columns()) {
                return planByIceberg(point, snapshot, predicate);
            }
            SnapshotFiles files = snapshots.get(key, _ -> read(point, snapshot));
            return plan(point, matching(files, point, predicate), files);
        } catch (RuntimeException e) {
            throw CatalogFailures.reading(point.state().name(), DamagedManifest.named(e, point.state(), snapshot));
        }
    }

    private static List<ScanTask> matching(SnapshotFiles files, ReadPoint point, ScanPredicate predicate) {
        return switch (predicate) {
            case ScanPredicate.True() -> files.all();
            case ScanPredicate.False() -> List.of();
            default -> files.matching(new FileSkipping(predicate, point.schema()));
        };
    }

    private SnapshotFiles read(ReadPoint point, Snapshot snapshot) {
        ScanTasks tasks = tasksOf(point);
        List<PlannedFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> planned = scan(point, snapshot).planFiles()) {
            planned.forEach(task -> files.add(tasks.planned(task)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SnapshotFiles(files, DecimalDigits.of(point.schema(), files));
    }

    private FileScan planByIceberg(ReadPoint point, Snapshot snapshot, ScanPredicate predicate) {
        ScanTasks tasks = tasksOf(point);
        TableScan scan = scan(point, snapshot);
        TableScan filtered = scan.filter(new PredicateToExpression(scan.schema(), Uuids.NOT_AT_ALL).keep(predicate));
        var skipping = new FileSkipping(predicate, point.schema());
        List<ScanTask> kept = new ArrayList<>();
        try (CloseableIterable<FileScanTask> planned = filtered.planFiles()) {
            for (FileScanTask task : planned) {
                if (skipping.mayMatch(task.file(), task.spec())) {
                    kept.add(tasks.task(task));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileScan(
                point.describe(),
                SchemaHistories.of(point.state().metadata()),
                kept,
                SnapshotSummary.dataFiles(snapshot).orElse(kept.size()),
                SnapshotSummary.dataBytes(snapshot).orElse(0),
                Map.of());
    }

    private static TableScan scan(ReadPoint point, Snapshot snapshot) {
        return point.state()
                .table()
                .newScan()
                .useSnapshot(snapshot.snapshotId())
                .includeColumnStats();
    }

    private ScanTasks tasksOf(ReadPoint point) {
        return new ScanTasks(point.state().io(), footers, SnapshotKey.nameMapping(point));
    }

    private static FileScan plan(ReadPoint point, List<ScanTask> tasks, SnapshotFiles files) {
        return new FileScan(
                point.describe(),
                SchemaHistories.of(point.state().metadata()),
                tasks,
                files.count(),
                files.bytes(),
                files.decimalDigits());
    }

    private static int weight(SnapshotKey key, long files) {
        return Math.toIntExact(Math.min(COLUMN_STATISTICS_MAX, 1 + key.columns() * files));
    }

    /** What the files of a plan depend on. Ids of snapshots are unique within a table only. */
    private record SnapshotKey(String tableUuid, long snapshotId, Optional<String> nameMapping, int columns) {

        private static SnapshotKey of(ReadPoint point, Snapshot snapshot) {
            int columns = Math.max(1, point.schema().columns().size());
            return new SnapshotKey(point.state().metadata().uuid(), snapshot.snapshotId(), nameMapping(point), columns);
        }

        private static Optional<String> nameMapping(ReadPoint point) {
            return Optional.ofNullable(point.state().metadata().properties().get(TableProperties.DEFAULT_NAME_MAPPING));
        }
    }
}
