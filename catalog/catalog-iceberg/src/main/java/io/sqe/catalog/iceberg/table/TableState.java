package io.sqe.catalog.iceberg.table;

import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableSchema;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileIO;
import org.jspecify.annotations.Nullable;

/**
 * A table as one metadata file has it. Immutable, so it may be kept for as long as that file is the current one.
 *
 * <p>Safe for use by many threads.
 */
public final class TableState {
    private final TableName name;
    private final org.apache.iceberg.TableMetadata metadata;
    private final FileIO io;
    private volatile @Nullable TableMetadata current;

    public TableState(TableName name, org.apache.iceberg.TableMetadata metadata, FileIO io) {
        this.name = name;
        this.metadata = metadata;
        this.io = io;
    }

    public TableName name() {
        return name;
    }

    public org.apache.iceberg.TableMetadata metadata() {
        return metadata;
    }

    public FileIO io() {
        return io;
    }

    /** The location of the metadata file: differs for every commit. */
    public String token() {
        return metadata.metadataFileLocation();
    }

    /** Iceberg's view of this state, for scans. It cannot be committed to. */
    public Table table() {
        return new BaseTable(new StaticTableOperations(metadata, io), name.toString());
    }

    /** The table at its current snapshot. */
    public TableMetadata current() {
        TableMetadata known = current;
        if (known == null) {
            known = describe(metadata.schema(), Optional.ofNullable(metadata.currentSnapshot()));
            current = known;
        }
        return known;
    }

    /** The table at a snapshot, read with a schema. */
    public TableMetadata describe(Schema schema, Optional<Snapshot> snapshot) {
        return new TableMetadata(
                name,
                metadata.uuid(),
                metadata.formatVersion(),
                metadata.location(),
                new TableSchema(schema.schemaId(), TypeFromIceberg.columns(schema.columns())),
                PartitionTransforms.fields(metadata.spec()),
                metadata.properties(),
                snapshot.map(at -> OptionalLong.of(at.snapshotId())).orElse(OptionalLong.empty()),
                snapshot.map(SnapshotSummary::rowCount).orElse(OptionalLong.of(0)));
    }
}
