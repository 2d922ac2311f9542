package io.sqe.catalog.iceberg.scan;

import io.sqe.catalog.CatalogException.UnknownVersion;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.iceberg.table.TableState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The snapshot that a version names and the schema its rows are read with: the snapshot's own, or for the current state and
 * branches the table's.
 *
 * @param snapshot empty for a table without rows so far
 */
public record ReadPoint(TableState state, Optional<Snapshot> snapshot, Schema schema) {
    private static final int NAMES_IN_HINT_MAX = 10;

    /** @throws UnknownVersion if the table has no such version, saying which it has */
    public static ReadPoint of(TableState state, TableVersion version) {
        return switch (version) {
            case TableVersion.Current() ->
                new ReadPoint(
                        state,
                        Optional.ofNullable(state.metadata().currentSnapshot()),
                        state.metadata().schema());
            case TableVersion.Snapshot(long id) -> ofSnapshot(state, id, Long.toString(id), snapshotsHint(state));
            case TableVersion.Reference(String name) -> ofReference(state, name);
            case TableVersion.AsOf(Instant instant) -> ofInstant(state, instant);
        };
    }

    /** The table as it is here. */
    public TableMetadata describe() {
        Snapshot current = state.metadata().currentSnapshot();
        boolean isCurrent = schema.schemaId() == state.metadata().currentSchemaId()
                && snapshot.map(Snapshot::snapshotId)
                        .equals(Optional.ofNullable(current).map(Snapshot::snapshotId));
        return isCurrent ? state.current() : state.describe(schema, snapshot);
    }

    private static ReadPoint ofSnapshot(TableState state, long id, String asked, String hint) {
        Snapshot snapshot = state.metadata().snapshot(id);
        if (snapshot == null) {
            throw new UnknownVersion(state.name(), asked, hint);
        }
        return new ReadPoint(state, Optional.of(snapshot), SnapshotUtil.schemaFor(state.table(), id));
    }

    private static ReadPoint ofReference(TableState state, String name) {
        SnapshotRef reference = state.metadata().ref(name);
        if (reference == null) {
            throw new UnknownVersion(state.name(), "'" + name + "'", referencesHint(state));
        }
        Snapshot snapshot = state.metadata().snapshot(reference.snapshotId());
        return new ReadPoint(state, Optional.of(snapshot), SnapshotUtil.schemaFor(state.metadata(), name));
    }

    private static ReadPoint ofInstant(TableState state, Instant instant) {
        String asked = "as of " + instant;
        Long id = SnapshotUtil.nullableSnapshotIdAsOfTime(state.table(), instant.toEpochMilli());
        if (id == null) {
            throw new UnknownVersion(state.name(), asked, historyHint(state));
        }
        return ofSnapshot(state, id, asked, "Snapshot %d was current then, but has expired.".formatted(id));
    }

    private static String snapshotsHint(TableState state) {
        Snapshot current = state.metadata().currentSnapshot();
        int count = state.metadata().snapshots().size();
        return current == null
                ? "It has no snapshots."
                : "It has %d snapshots; the current one is %d.".formatted(count, current.snapshotId());
    }

    private static String referencesHint(TableState state) {
        String names = state.metadata().refs().keySet().stream()
                .sorted()
                .limit(NAMES_IN_HINT_MAX)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "It has no branches or tags." : "It has the branches and tags " + names + ".";
    }

    private static String historyHint(TableState state) {
        return state.metadata().snapshotLog().stream()
                .map(HistoryEntry::timestampMillis)
                .min(Long::compare)
                .map(first -> "Its history begins at %s.".formatted(Instant.ofEpochMilli(first)))
                .orElse("It has no snapshots.");
    }
}
