package io.sqe.planner.binding;

import io.sqe.catalog.CatalogException;
import io.sqe.catalog.Column;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.planner.binding.BoundPlan.Visibility;
import io.sqe.planner.binding.Cacheability.Lifetime;
import io.sqe.planner.binding.SentRows.SentColumn;
import io.sqe.planner.parameter.WriteTarget;
import io.sqe.planner.parameter.WriteTarget.WhenMissing;
import io.sqe.planner.statement.OrReplace;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Binds rows that a client sends as what SQL would have them be: an insertion, or a table made of a query. */
final class SentRowsBinder {
    private final VisibleCatalogs catalogs;
    private final WriteBinder writes;

    SentRowsBinder(VisibleCatalogs catalogs, WriteBinder writes) {
        this.catalogs = catalogs;
        this.writes = writes;
    }

    BoundStatement<BoundPlan> bind(SentRows sent) {
        SqlIdentifier name = name(sent.target());
        Optional<TableName> there = find(name);
        BoundPlan rows = scan(sent);
        if (there.isEmpty()) {
            return create(catalogs.nameOfNew(name), sent.target(), rows);
        }
        return switch (sent.target().whenThere()) {
            case FAIL -> throw new CatalogException.AlreadyExists("Table " + there.get());
            case APPEND -> writes.insert(there.get(), rows);
            case REPLACE -> writes.createTable(there.get(), rows, OrReplace.YES);
        };
    }

    private BoundStatement<BoundPlan> create(TableName name, WriteTarget target, BoundPlan rows) {
        if (target.whenMissing() == WhenMissing.FAIL) {
            throw catalogs.unknownTable(name, TextSpan.START);
        }
        return writes.createTable(name, rows, OrReplace.NO);
    }

    /** The full name; what the client left out is the session's. */
    private SqlIdentifier name(WriteTarget target) {
        BindingContext session = catalogs.context();
        String catalog = catalogs.catalog(target.catalog().orElse(session.catalog()), TextSpan.START)
                .name();
        List<String> names = new ArrayList<>();
        names.add(catalog);
        names.addAll(target.schema()
                .map(schema -> Arrays.asList(schema.split("\\.", -1)))
                .orElseGet(() -> sessionSchema(catalog)));
        names.add(target.table());
        if (names.stream().anyMatch(String::isEmpty)) {
            throw new PlannerException.InvalidStatement(
                    "Cannot put rows into a table without a name: catalog, schema and table may not be empty texts.",
                    TextSpan.START);
        }
        return new SqlIdentifier(names, SqlParserPos.ZERO);
    }

    private List<String> sessionSchema(String catalog) {
        return catalogs.context()
                .namespace()
                .filter(namespace -> namespace.catalog().equalsIgnoreCase(catalog))
                .map(NamespaceName::levels)
                .orElseThrow(() -> new PlannerException.UnknownSchema(
                        "of the table: name one of catalog " + catalog, Optional.empty(), TextSpan.START));
    }

    /** The table or view as the catalog spells it, if the principal may know of it. */
    private Optional<TableName> find(SqlIdentifier identifier) {
        TableName name = catalogs.name(identifier);
        boolean isExact = catalogs.findTable(name, new TableVersion.Current(), TextSpan.START)
                        .isPresent()
                || catalogs.findView(name, TextSpan.START).isPresent();
        return isExact ? Optional.of(name) : catalogs.spelledOtherwise(name, TextSpan.START);
    }

    /** All rows of the file; what has no type is null. */
    private static BoundPlan scan(SentRows sent) {
        List<Column> typed = new ArrayList<>();
        for (SentColumn column : sent.columns()) {
            column.type().ifPresent(type -> typed.add(Column.optional(typed.size() + 1, column.name(), type)));
        }
        var files = new BoundFiles(new FileSource(FileSource.Format.ARROW, List.of(sent.file()), Map.of()), typed, 0);
        RelOptCluster cluster = BoundedConversion.newCluster();
        RelNode scan = LogicalTableScan.create(cluster, ScanTable.of(files, ColumnTypes.toRow(typed)), List.of());
        List<String> names = sent.columns().stream().map(SentColumn::name).toList();
        return new BoundPlan(
                LogicalProject.create(scan, List.of(), values(sent, scan), names, Set.of()),
                names,
                List.of(),
                List.of(files),
                Visibility.FULL,
                new Cacheability(Lifetime.THIS_STATEMENT, Set.of()));
    }

    private static List<RexNode> values(SentRows sent, RelNode scan) {
        RexBuilder rex = scan.getCluster().getRexBuilder();
        List<RexNode> values = new ArrayList<>();
        int next = 0;
        for (SentColumn column : sent.columns()) {
            values.add(
                    column.type().isPresent()
                            ? rex.makeInputRef(scan, next++)
                            : rex.makeNullLiteral(SqeTypeFactory.INSTANCE.createSqlType(SqlTypeName.NULL)));
        }
        return values;
    }
}
