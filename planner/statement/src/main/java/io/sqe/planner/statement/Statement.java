package io.sqe.planner.statement;

import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Parsed SQL, its names unresolved. */
public sealed interface Statement {

    /** A statement without a plan. */
    sealed interface Command extends Statement {}

    /** SELECT, VALUES, TABLE, with or without WITH, ORDER BY and set operations. */
    record Query(SqlNode query) implements Statement {}

    /**
     * INSERT INTO.
     *
     * @param columns as listed; empty means all of the table's, in order
     */
    record Insert(SqlIdentifier target, List<SqlIdentifier> columns, SqlNode source) implements Statement {
        public Insert {
            columns = List.copyOf(columns);
        }
    }

    /**
     * CREATE TABLE, with or without AS.
     *
     * @param columns as listed; with a query, they name and may not type its columns
     * @param partitioning the terms of PARTITIONED BY, or of the property {@code partitioning}
     * @param properties of WITH, those read by the engine itself included, by name as written
     */
    record CreateTable(
            SqlIdentifier name,
            OrReplace orReplace,
            IfExists ifExists,
            List<ColumnDefinition> columns,
            Optional<String> comment,
            List<PartitionTerm> partitioning,
            Map<String, Property> properties,
            Optional<SqlNode> query,
            Rows rows)
            implements Statement {
        public CreateTable {
            columns = List.copyOf(columns);
            partitioning = List.copyOf(partitioning);
            properties = Map.copyOf(properties);
        }

        /** The same, filled by another query. */
        public CreateTable withQuery(Optional<SqlNode> other) {
            return new CreateTable(name, orReplace, ifExists, columns, comment, partitioning, properties, other, rows);
        }
    }

    /** CREATE SCHEMA. */
    record CreateSchema(SqlIdentifier name, IfExists ifExists, Map<String, Property> properties) implements Command {
        public CreateSchema {
            properties = Map.copyOf(properties);
        }
    }

    /**
     * CREATE VIEW.
     *
     * @param sql the query as it was written
     */
    record CreateView(
            SqlIdentifier name,
            OrReplace orReplace,
            IfExists ifExists,
            List<SqlIdentifier> columns,
            SqlNode query,
            TextSpan querySpan,
            String sql)
            implements Command {
        public CreateView {
            columns = List.copyOf(columns);
        }

        /** A view as the grammar has read it. */
        public static CreateView of(
                SqlIdentifier name,
                OrReplace orReplace,
                IfExists ifExists,
                SqlNodeList columns,
                SqlNode query,
                TextSpan querySpan) {
            return new CreateView(name, orReplace, ifExists, Identifiers.of(columns), query, querySpan, "");
        }

        /** The same with its query's text, cut from the statement's. */
        CreateView withText(String statement) {
            return new CreateView(
                    name,
                    orReplace,
                    ifExists,
                    columns,
                    query,
                    querySpan,
                    Lines.of(statement).cut(querySpan));
        }
    }

    /** DROP SCHEMA. */
    record DropSchema(SqlIdentifier name, IfMissing ifMissing) implements Command {}

    /** DROP TABLE. */
    record DropTable(SqlIdentifier name, IfMissing ifMissing) implements Command {}

    /** DROP VIEW. */
    record DropView(SqlIdentifier name, IfMissing ifMissing) implements Command {}

    /** SHOW CATALOGS. */
    record ShowCatalogs(Optional<LikePattern> like) implements Command {}

    /** SHOW SCHEMAS, of the session's catalog if none is named. */
    record ShowSchemas(Optional<SqlIdentifier> catalog, Optional<LikePattern> like) implements Command {}

    /** SHOW TABLES, of the session's schema if none is named. */
    record ShowTables(Optional<SqlIdentifier> schema, Optional<LikePattern> like) implements Command {}

    /** SHOW VIEWS, of the session's schema if none is named. */
    record ShowViews(Optional<SqlIdentifier> schema, Optional<LikePattern> like) implements Command {}

    /** SHOW COLUMNS FROM. */
    record ShowColumns(SqlIdentifier table, Optional<LikePattern> like) implements Command {}

    /** SHOW FUNCTIONS. */
    record ShowFunctions(Optional<LikePattern> like) implements Command {}

    /** SHOW CREATE TABLE. */
    record ShowCreateTable(SqlIdentifier table) implements Command {}

    /** SHOW CREATE VIEW. */
    record ShowCreateView(SqlIdentifier view) implements Command {}

    /** DESCRIBE. */
    record Describe(SqlIdentifier table) implements Command {}

    /** USE a schema, or a catalog and a schema. */
    record Use(SqlIdentifier name) implements Command {}

    /** EXPLAIN, of a query, an INSERT or a CREATE TABLE AS. */
    record Explain(ExplainMode mode, Statement explained) implements Statement {}

    /** What EXPLAIN shows. */
    enum ExplainMode {
        LOGICAL,
        SUBSTRAIT,
        ENGINE,
        /** Runs the statement and shows what happened. */
        ANALYZE
    }

    /** Whether CREATE TABLE AS fills its table. */
    enum Rows {
        WITH_DATA,
        NO_DATA
    }

    /** The statement that the grammar has read. */
    static Statement of(SqlNode parsed) {
        if (parsed instanceof StatementNode node) {
            return node.statement();
        }
        if (parsed instanceof SqlInsert insert && insert.getKind() == SqlKind.INSERT) {
            return insert(insert);
        }
        if (parsed.isA(SqlKind.QUERY)) {
            return new Query(parsed);
        }
        throw new PlannerException.Unsupported(Statements.nameOf(parsed), TextSpan.of(parsed));
    }

    private static Insert insert(SqlInsert insert) {
        if (!(insert.getTargetTable() instanceof SqlIdentifier target)) {
            throw new PlannerException.Unsupported(
                    "INSERT into anything but a table", TextSpan.of(insert.getTargetTable()));
        }
        SqlNodeList columns = insert.getTargetColumnList();
        return new Insert(target, columns == null ? List.of() : Identifiers.of(columns), insert.getSource());
    }
}
