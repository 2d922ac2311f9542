package io.sqe.catalog;

/**
 * One field of a partition spec.
 *
 * @param fieldId Iceberg's partition field id; 0 in a definition not yet created
 * @param sourceColumn name of the column the value is made from
 * @param name name of the partition field; empty lets the catalog choose Iceberg's usual name
 */
public record PartitionField(int fieldId, String sourceColumn, String name, PartitionTransform transform) {}
