package io.sqe.planner.binding;

import io.sqe.planner.statement.GroupByAll;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlNameMatchers;

/** Writes GROUP BY ALL out: as every item of the select list that has no aggregate in it. */
final class Grouping {
    private final SqlOperatorTable operators;

    Grouping(SqlOperatorTable operators) {
        this.operators = operators;
    }

    void writeOut(SqlSelect select) {
        SqlNodeList group = select.getGroup();
        if (group == null) {
            return;
        }
        GroupingSets.check(group);
        if (!GroupByAll.isIn(group)) {
            return;
        }
        var keys = new SqlNodeList(group.getParserPosition());
        for (SqlNode item : select.getSelectList()) {
            SqlNode expression = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
            if (!(expression instanceof SqlLiteral) && !hasAggregate(expression)) {
                keys.add(key(expression));
            }
        }
        select.setGroupBy(keys.isEmpty() ? null : keys);
    }

    private static SqlNode key(SqlNode expression) {
        if (expression instanceof SqlIdentifier name && name.isStar()) {
            throw new PlannerException.Unsupported("GROUP BY ALL of a star", TextSpan.of(expression));
        }
        return expression;
    }

    private boolean hasAggregate(SqlNode expression) {
        var finder = new AggregateFinder();
        expression.accept(finder);
        return finder.found;
    }

    private boolean isAggregate(SqlOperator operator) {
        if (!(operator instanceof SqlFunction function) || function.getNameAsId() == null) {
            return operator.isAggregator();
        }
        List<SqlOperator> overloads = new ArrayList<>();
        operators.lookupOperatorOverloads(
                function.getNameAsId(),
                function.getFunctionType(),
                SqlSyntax.FUNCTION,
                overloads,
                SqlNameMatchers.withCaseSensitive(false));
        return operator.isAggregator() || overloads.stream().anyMatch(SqlOperator::isAggregator);
    }

    private final class AggregateFinder extends SqlBasicVisitor<Void> {
        private boolean found;

        @Override
        public Void visit(SqlCall call) {
            if (call.getKind() == SqlKind.OVER || SqlKind.QUERY.contains(call.getKind())) {
                return null;
            }
            found |= isAggregate(call.getOperator());
            return super.visit(call);
        }
    }
}
