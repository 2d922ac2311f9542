package io.sqe.planner.binding;

import io.sqe.catalog.Column;
import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.PartitionField;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.statement.ColumnDefinition;
import io.sqe.planner.statement.NearestName;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.PartitionTerm;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.Statement.Rows;
import io.sqe.planner.statement.TextSpan;
import io.sqe.policy.decision.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Binds the statements that make tables and put rows into them. */
final class WriteBinder {
    private final VisibleCatalogs catalogs;
    private final QueryBinder queries;
    private final Restrictions restrictions;

    WriteBinder(VisibleCatalogs catalogs, QueryBinder queries) {
        this.catalogs = catalogs;
        this.queries = queries;
        this.restrictions = new Restrictions(catalogs);
    }

    BoundStatement<BoundPlan> insert(Statement.Insert insert) {
        TableName name = catalogs.existing(insert.target());
        TableMetadata table = insertable(name, TextSpan.of(insert.target()));
        List<Column> targets = targets(table, insert);
        BoundPlan source = queries.bind(TargetTypes.in(insert.source(), targets));
        if (source.root().getRowType().getFieldCount() != targets.size()) {
            throw new PlannerException.TypeMismatch(
                    "Cannot insert into %s: %d columns are to be filled, and there are %d values. Give one value for each."
                            .formatted(
                                    name,
                                    targets.size(),
                                    source.root().getRowType().getFieldCount()),
                    TextSpan.of(insert.source()));
        }
        var assignment = new StoreAssignment(table.schema().columns(), targets, TextSpan.of(insert.source()));
        return new BoundStatement.Insert<>(table, assignment.applyTo(source));
    }

    /** The table, if it is one and the principal may put rows into it. */
    private TableMetadata insertable(TableName name, TextSpan span) {
        TableMetadata table = catalogs.findTable(name, new TableVersion.Current(), span)
                .orElseThrow(() -> new PlannerException.InvalidStatement(
                        "Cannot insert into %s: it is a view. Insert into its table.".formatted(name), span));
        catalogs.requireAllowed(name, TableAction.INSERT, span);
        return table;
    }

    /** The columns that the source's values are for, in its order. */
    private List<Column> targets(TableMetadata table, Statement.Insert insert) {
        List<Column> visible = visible(table, TextSpan.of(insert.target()));
        if (insert.columns().isEmpty()) {
            return visible;
        }
        UniqueNames.require(
                insert.columns().stream().map(SqlIdentifier::getSimple).toList(),
                TextSpan.of(insert.columns().getFirst()));
        return insert.columns().stream().map(column -> target(visible, column)).toList();
    }

    private List<Column> visible(TableMetadata table, TextSpan span) {
        ScanRestriction restriction = restrictions.of(table, new TableVersion.Current(), span);
        List<Column> all = table.schema().columns();
        return IntStream.range(0, all.size())
                .filter(column -> !restriction.hidden().contains(column))
                .mapToObj(all::get)
                .toList();
    }

    /** Rows for a table that is there; their columns find the table's by name. */
    BoundStatement<BoundPlan> insert(TableName name, BoundPlan rows) {
        TableMetadata table = insertable(name, TextSpan.START);
        UniqueNames.require(rows.columnNames(), TextSpan.START);
        List<Column> visible = visible(table, TextSpan.START);
        List<Column> targets = rows.columnNames().stream()
                .map(column -> target(visible, new SqlIdentifier(column, SqlParserPos.ZERO)))
                .toList();
        var assignment = StoreAssignment.ofSentRows(table.schema().columns(), targets);
        return new BoundStatement.Insert<>(table, assignment.applyTo(rows));
    }

    /** A new table for rows: with their columns, in their order. */
    BoundStatement<BoundPlan> createTable(TableName name, BoundPlan rows, OrReplace orReplace) {
        requireCreatable(name, orReplace, TextSpan.START);
        List<Column> columns = columns(rows, TextSpan.START);
        UniqueNames.require(rows.columnNames(), TextSpan.START);
        var definition = new TableDefinition(name, columns, List.of(), Map.of(), formatVersion(columns));
        BoundPlan source = StoreAssignment.ofSentRows(columns, columns).applyTo(rows);
        return new BoundStatement.CreateTable<>(definition, orReplace, IfExists.FAIL, Optional.of(source));
    }

    private void requireCreatable(TableName name, OrReplace orReplace, TextSpan span) {
        catalogs.requireAllowed(name, TableAction.CREATE, span);
        if (orReplace == OrReplace.YES) {
            catalogs.requireAllowed(name, TableAction.DROP, span);
        }
    }

    /** Nanoseconds are new in version 3. */
    private static int formatVersion(List<Column> columns) {
        boolean hasNanoseconds = columns.stream()
                .anyMatch(column -> column.type() instanceof ColumnType.TimestampType(var unit, var _)
                        && unit == ColumnType.TimeUnit.NANOSECONDS);
        return hasNanoseconds ? 3 : TableDefinition.FORMAT_VERSION_DEFAULT;
    }

    private static Column target(List<Column> columns, SqlIdentifier wanted) {
        String name = wanted.names.getLast();
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new PlannerException.UnknownColumn(
                        name,
                        NearestName.of(name, columns.stream().map(Column::name).toList()),
                        TextSpan.of(wanted)));
    }

    BoundStatement<BoundPlan> createTable(Statement.CreateTable create) {
        TextSpan span = TextSpan.of(create.name());
        TableName name = catalogs.nameOfNew(create.name());
        requireCreatable(name, create.orReplace(), span);
        Optional<BoundPlan> query = create.query().map(queries::bind);
        List<Column> columns = create.columns().isEmpty()
                ? query.map(plan -> columns(plan, span)).orElseThrow()
                : create.columns().stream().map(WriteBinder::column).toList();
        UniqueNames.require(columns.stream().map(Column::name).toList(), span);
        var definition = new TableDefinition(
                name,
                columns,
                create.partitioning().stream()
                        .map(term -> partitionField(columns, term))
                        .toList(),
                Properties.stored(create.properties(), create.comment()),
                Properties.formatVersion(create.properties()));
        Optional<BoundPlan> source = create.rows() == Rows.NO_DATA
                ? Optional.empty()
                : query.map(plan ->
                        filled(plan, columns, create.query().map(TextSpan::of).orElse(span)));
        return new BoundStatement.CreateTable<>(definition, create.orReplace(), create.ifExists(), source);
    }

    private static BoundPlan filled(BoundPlan plan, List<Column> columns, TextSpan span) {
        if (plan.root().getRowType().getFieldCount() != columns.size()) {
            throw new PlannerException.TypeMismatch(
                    "Cannot create the table: it lists %d columns, and the query has %d. List one for each."
                            .formatted(columns.size(), plan.root().getRowType().getFieldCount()),
                    span);
        }
        return new StoreAssignment(columns, columns, span).applyTo(plan);
    }

    private static List<Column> columns(BoundPlan plan, TextSpan span) {
        return plan.root().getRowType().getFieldList().stream()
                .map(field -> column(plan.columnNames().get(field.getIndex()), field, span))
                .toList();
    }

    private static Column column(String name, RelDataTypeField field, TextSpan span) {
        return ColumnTypes.toColumnType(field.getType())
                .map(type -> Column.optional(0, name, type))
                .orElseThrow(() -> new PlannerException.TypeMismatch(
                        "Cannot store column %s: no table can hold type %s. Cast it to another."
                                .formatted(name, TypeNames.of(field.getType())),
                        span));
    }

    private static Column column(ColumnDefinition definition) {
        String name = definition.name().getSimple();
        RelDataType type = DeclaredTypes.of(definition.type());
        if (definition.writeDefault().isPresent()) {
            SqlNode value = definition.writeDefault().get();
            throw new PlannerException.Unsupported("A column's DEFAULT", TextSpan.of(value));
        }
        Column column = ColumnTypes.toColumn(name, type)
                .orElseThrow(() -> new PlannerException.TypeMismatch(
                        "Cannot store column %s: no table can hold type %s. Choose another."
                                .formatted(name, TypeNames.of(type)),
                        TextSpan.of(definition.type())));
        return new Column(
                0,
                name,
                column.type(),
                column.presence(),
                definition.comment(),
                column.initialDefault(),
                column.writeDefault());
    }

    private static PartitionField partitionField(List<Column> columns, PartitionTerm term) {
        return new PartitionField(0, target(columns, term.column()).name(), "", term.transform());
    }
}
