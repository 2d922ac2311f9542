package io.sqe.planner.statement;

import java.util.Optional;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** A column as CREATE TABLE defines it. */
public record ColumnDefinition(
        SqlIdentifier name, SqlDataTypeSpec type, Optional<String> comment, Optional<SqlNode> writeDefault) {}
