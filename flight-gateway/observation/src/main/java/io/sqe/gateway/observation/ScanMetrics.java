package io.sqe.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.trace.ScanFigures;

/** Counts what scans read, and what they were spared. */
final class ScanMetrics {
    private final Counter filesRead;
    private final Counter filesPruned;
    private final Counter filesPrunedByBounds;
    private final Counter bytesRead;
    private final Counter bytesPruned;
    private final Counter rowsRead;

    ScanMetrics(MeterRegistry registry) {
        this.filesRead = counter(registry, "sqe.scan.files", "Data files of scanned tables", "outcome", "read");
        this.filesPruned = counter(registry, "sqe.scan.files", "Data files of scanned tables", "outcome", "pruned");
        this.bytesRead = counter(registry, "sqe.scan.bytes", "Bytes of these files", "stage", "read");
        this.bytesPruned = counter(registry, "sqe.scan.bytes", "Bytes of these files", "stage", "pruned");
        this.rowsRead = counter(registry, "sqe.scan.rows", "Rows in the files that were read", "stage", "read");
        this.filesPrunedByBounds = Counter.builder("sqe.files.pruned.minmax")
                .description("Data files that partition values and column bounds have spared a scan")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String key, String value) {
        return Counter.builder(name).description(description).tag(key, value).register(registry);
    }

    void count(ScanFigures scanned) {
        filesRead.increment((double) scanned.files());
        filesPruned.increment((double) scanned.filesSkipped());
        filesPrunedByBounds.increment((double) scanned.filesSkipped());
        bytesRead.increment((double) scanned.bytes());
        bytesPruned.increment((double) scanned.bytesSkipped());
        rowsRead.increment((double) scanned.rows());
    }
}
