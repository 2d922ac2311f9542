package io.sqe.catalog.iceberg.table;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.Snapshot;

/** Totals that writers put into a snapshot's summary (Iceberg spec, "Snapshots"). Any of them may be missing. */
public final class SnapshotSummary {

    private SnapshotSummary() {}

    /** Rows without those that position deletes remove. Rows removed by equality deletes are not known and count. */
    static OptionalLong rowCount(Snapshot snapshot) {
        OptionalLong records = total(snapshot, "total-records");
        if (records.isEmpty()) {
            return records;
        }
        long deleted = total(snapshot, "total-position-deletes").orElse(0);
        return OptionalLong.of(Math.max(0, records.getAsLong() - deleted));
    }

    public static OptionalLong dataFiles(Snapshot snapshot) {
        return total(snapshot, "total-data-files");
    }

    /** Bytes of data and delete files together. */
    public static OptionalLong dataBytes(Snapshot snapshot) {
        return total(snapshot, "total-files-size");
    }

    private static OptionalLong total(Snapshot snapshot, String key) {
        Map<String, String> summary = snapshot.summary();
        String text = summary == null ? null : summary.get(key);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
