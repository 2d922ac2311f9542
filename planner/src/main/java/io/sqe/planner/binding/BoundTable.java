package io.sqe.planner.binding;

import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;

/**
 * A table that a plan reads: what the {@code RelOptTable} of its scan unwraps to.
 *
 * @param scan number of the reference within the statement, from 0; a common table expression named twice reads the same one twice
 */
public record BoundTable(TableName name, TableVersion version, TableMetadata metadata, int scan) {}
