package io.sqe.catalog;

import java.util.List;
import java.util.Map;

/** A table to be created; field ids are the catalog's to give. */
public record TableDefinition(
        TableName name,
        List<Column> columns,
        List<PartitionField> partitioning,
        Map<String, String> properties,
        int formatVersion) {
    public static final int FORMAT_VERSION_DEFAULT = 2;

    public TableDefinition {
        columns = List.copyOf(columns);
        partitioning = List.copyOf(partitioning);
        properties = Map.copyOf(properties);
    }
}
