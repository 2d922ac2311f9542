package io.sqe.catalog;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One state of a table: its schema, partitioning and properties at one snapshot.
 *
 * @param uuid the table's identity over renames
 * @param snapshotId the snapshot a scan of this state reads; empty for a table without rows so far
 * @param rowCount rows by the snapshot's summary, an estimate where rows were deleted; empty if it does not say
 */
public record TableMetadata(
        TableName name,
        String uuid,
        int formatVersion,
        String location,
        TableSchema schema,
        List<PartitionField> partitioning,
        Map<String, String> properties,
        OptionalLong snapshotId,
        OptionalLong rowCount) {

    public TableMetadata {
        partitioning = List.copyOf(partitioning);
        properties = Map.copyOf(properties);
    }
}
