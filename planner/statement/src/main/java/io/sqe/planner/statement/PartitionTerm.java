package io.sqe.planner.statement;

import io.sqe.catalog.PartitionTransform;
import org.apache.calcite.sql.SqlIdentifier;

/** One term of PARTITIONED BY: a column, or a transform of one. */
public record PartitionTerm(SqlIdentifier column, PartitionTransform transform) {}
