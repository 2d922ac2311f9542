package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.StatementParser;
import io.sqe.policy.decision.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Binds the expressions of a policy to the stored columns of a scan. Answers nothing, and says nothing, if one of them is wrong. */
public final class PolicyExpressions {
    private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

    private final QueryBinder queries;
    private final SessionValues sessionValues;

    public PolicyExpressions(SqlOperatorTable operators, BindingContext context) {
        this.queries = new QueryBinder(operators, new VisibleCatalogs(context));
        this.sessionValues = new SessionValues(context);
    }

    /** Whether any expression bound so far holds the time of the statement. */
    public boolean isTimeUsed() {
        return sessionValues.isTimeUsed();
    }

    /** The expressions over a row of stored columns; empty unless every one of them can be bound. */
    public Optional<List<RexNode>> bind(
            List<SqlExpression> expressions, BoundTable table, RelDataType storedRow, List<String> names) {
        if (expressions.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            var catalog = new StatementCatalog();
            RelDataType row = SqeTypeFactory.INSTANCE.createStructType(fieldTypes(storedRow), names);
            catalog.add(table.scan(), ScanTable.of(table, row, ScanRestriction.none(names)));
            return expressionsOf(
                    queries.plan(select(expressions, table.scan(), names), catalog).rel, expressions.size());
        } catch (PlannerException | UnusableExpressionException unusable) {
            return Optional.empty();
        }
    }

    private SqlNode select(List<SqlExpression> expressions, int scanNumber, List<String> columns) {
        List<SqlNode> items = IntStream.range(0, expressions.size())
                .mapToObj(i -> named(expression(expressions.get(i), columns), "expression" + i))
                .toList();
        SqlNode scan = new SqlIdentifier(ScanTable.uniqueName(scanNumber), NOWHERE);
        return new SqlSelect(
                NOWHERE,
                null,
                new SqlNodeList(items, NOWHERE),
                scan,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SqlNode named(SqlNode expression, String name) {
        return SqlStdOperatorTable.AS.createCall(NOWHERE, expression, new SqlIdentifier(name, NOWHERE));
    }

    private SqlNode expression(SqlExpression expression, List<String> columns) {
        SqlNode parsed = StatementParser.expression(expression.text());
        SqlNode bound = parsed.accept(new OwnRowOnly(columns));
        return bound == null ? parsed : bound;
    }

    /** Takes the expressions out of a plan that computes them and does nothing else. */
    private static Optional<List<RexNode>> expressionsOf(RelNode plan, int count) {
        boolean plain = plan instanceof Project project
                && project.getInput() instanceof TableScan
                && project.getProjects().size() == count
                && !RexOver.containsOver(project.getProjects(), null)
                && project.getProjects().stream().allMatch(PolicyExpressions::looksAtItsRowOnly);
        return plain ? Optional.of(((Project) plan).getProjects()) : Optional.empty();
    }

    private static boolean looksAtItsRowOnly(RexNode expression) {
        return RexUtil.SubQueryFinder.find(expression) == null;
    }

    private static List<RelDataType> fieldTypes(RelDataType row) {
        return row.getFieldList().stream().map(RelDataTypeField::getType).toList();
    }

    /** Puts in what is known of the session, and refuses to look at other rows. */
    private final class OwnRowOnly extends SqlShuttle {
        private final List<String> columns;

        private OwnRowOnly(List<String> columns) {
            this.columns = columns;
        }

        @Override
        public @Nullable SqlNode visit(SqlCall call) {
            if (SqlKind.QUERY.contains(call.getKind())) {
                throw new UnusableExpressionException();
            }
            SqlCall plain = ZonedTimes.asked(call);
            return sessionValues.of(plain).orElseGet(() -> {
                SqlNode changed = super.visit(plain);
                return changed == null ? plain : changed;
            });
        }

        @Override
        public @Nullable SqlNode visit(SqlIdentifier name) {
            if (SessionUser.isWord(name) && SessionUser.isAmong(columns, name)) {
                throw new UnusableExpressionException();
            }
            return sessionValues.of(name).orElse(name);
        }
    }

    /** A policy's expression that does more than look at its row, or may mean who asks as well as a column. */
    private static final class UnusableExpressionException extends RuntimeException {}
}
