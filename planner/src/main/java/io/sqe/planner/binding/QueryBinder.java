package io.sqe.planner.binding;

import io.sqe.catalog.TableName;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.Statement;
import io.sqe.planner.statement.StatementParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Binds one query: references, then names and types, then the relational tree. */
final class QueryBinder {
    private final SqlOperatorTable operators;
    private final VisibleCatalogs catalogs;
    private final Map<TableName, List<String>> viewColumns = new HashMap<>();
    private final Optional<PlaceholderTypes> placeholders;
    private final SessionUser sessionUser;

    QueryBinder(SqlOperatorTable operators, VisibleCatalogs catalogs) {
        this(operators, catalogs, Optional.empty());
    }

    /**
     * Binds queries.
     *
     * @param placeholders what is learnt of the placeholders that are left in them
     */
    QueryBinder(SqlOperatorTable operators, VisibleCatalogs catalogs, Optional<PlaceholderTypes> placeholders) {
        this.operators = operators;
        this.catalogs = catalogs;
        this.placeholders = placeholders;
        this.sessionUser = new SessionUser(catalogs.context().principal().name());
    }

    BoundPlan bind(SqlNode query) {
        return bind(query, new Scans(catalogs.context().files()));
    }

    /** All of a table or view. */
    BoundPlan bindTable(SqlIdentifier name) {
        return bind(tableOf(name));
    }

    private static SqlNode tableOf(SqlIdentifier name) {
        return SqlStdOperatorTable.EXPLICIT_TABLE.createCall(name.getParserPosition(), name);
    }

    private BoundPlan bind(SqlNode query, Scans scans) {
        References references = references(scans);
        SqlNode bound = references.bind(query);
        try {
            return plan(bound, scans, references);
        } catch (PlannerException failure) {
            references.views().expanded().forEach(this::requireReadable);
            throw failure;
        }
    }

    /** A plan that did not come as a text: each table that it reads is bound as {@code TABLE name} would be. */
    BoundPlan bind(SentPlan sent) {
        var scans = new Scans(catalogs.context().files());
        References references = references(scans);
        var size = new PlanSize();
        RelOptCluster cluster = BoundedConversion.newCluster();
        var tables = new SentPlanTables(cluster, size, name -> {
            SqlNode table = references.bind(tableOf(name));
            return plan(table, scans.catalog(), cluster, size).project();
        });
        try {
            SentPlan.Tree tree = sent.over(tables);
            return bound(tree.root(), tree.columnNames(), scans, references);
        } catch (PlannerException failure) {
            references.views().expanded().forEach(this::requireReadable);
            throw failure;
        }
    }

    private References references(Scans scans) {
        return new References(
                catalogs,
                operators,
                scans,
                new Versions(new ConstantInstants(this::constant, catalogs.context())),
                this::viewColumns);
    }

    private BoundPlan plan(SqlNode bound, Scans scans, References references) {
        RelRoot root = plan(bound, scans.catalog());
        return bound(root.project(), ColumnNames.of(root), scans, references);
    }

    private static BoundPlan bound(RelNode root, List<String> columnNames, Scans scans, References references) {
        return new BoundPlan(
                root, columnNames, scans.tables(), scans.files(), scans.visibility(), references.cacheability());
    }

    /** Whether what is wrong with a statement is inside a view, and so not to be told. */
    private void requireReadable(Views.Expansion expansion) {
        viewColumns(expansion);
    }

    /** The columns of a view's query by itself, remembered for the statement. */
    private List<String> viewColumns(Views.Expansion expansion) {
        List<String> known = viewColumns.get(expansion.view().name());
        if (known != null) {
            return known;
        }
        List<String> columns = boundAlone(expansion).columnNames();
        viewColumns.put(expansion.view().name(), columns);
        return columns;
    }

    private BoundPlan boundAlone(Views.Expansion expansion) {
        try {
            var scans = new Scans(catalogs.context().files());
            References references = references(scans);
            if (StatementParser.parse(expansion.view().sql()) instanceof Statement.Query(SqlNode query)) {
                return plan(references.query(query, expansion.inside()), scans, references);
            }
        } catch (PlannerException.TooComplex tooDeep) {
            throw tooDeep;
        } catch (PlannerException broken) {
            throw Views.unreadable(expansion.view(), expansion.name());
        }
        throw Views.unreadable(expansion.view(), expansion.name());
    }

    /** The tree of a query all of whose references are bound. */
    RelRoot plan(SqlNode query, StatementCatalog catalog) {
        return plan(query, catalog, BoundedConversion.newCluster(), new PlanSize());
    }

    private RelRoot plan(SqlNode query, StatementCatalog catalog, RelOptCluster cluster, PlanSize size) {
        var validator = new SqeValidator(operators, catalog);
        try {
            SqlNode validated = validator.validate(sessionUser.putInto(query, catalog.columnNames()));
            placeholders.ifPresent(types -> types.collect(validated, validator));
            RelRoot root =
                    new BoundedConversion(validator, catalog, cluster, size).convertQuery(validated, false, true);
            return validator.hasPeerGroups() ? root.withRel(root.rel.accept(new PeerGroups())) : root;
        } catch (CalciteContextException failure) {
            throw ValidationErrors.of(failure, validator);
        }
    }

    /** An expression without columns, bound by itself. */
    private RexNode constant(SqlNode expression) {
        var select = new SqlSelect(
                expression.getParserPosition(),
                null,
                SqlNodeList.of(expression),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return switch (bind(select).root()) {
            case Project project -> project.getProjects().getFirst();
            case Values values -> values.getTuples().getFirst().getFirst();
            case RelNode other -> throw new IllegalStateException("Not an expression alone: " + other);
        };
    }
}
