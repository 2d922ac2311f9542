package io.sqe.planner.binding;

import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * {@code aggregate(x) FILTER (WHERE condition) OVER window}: the aggregate of {@code CASE WHEN condition THEN x END}, as relational trees
 * have no filters in windows. Only for aggregates that pass over NULL; the others are refused.
 */
final class FilteredWindows {
    private static final Set<String> PASSING_OVER_NULL = Set.of(
            "count",
            "count_if",
            "sum",
            "avg",
            "min",
            "max",
            "bool_and",
            "every",
            "bool_or",
            "any_value",
            "arbitrary",
            "stddev",
            "stddev_samp",
            "stddev_pop",
            "variance",
            "var_samp",
            "var_pop",
            "skewness",
            "median",
            "geometric_mean",
            "corr",
            "covar_samp",
            "covar_pop",
            "regr_slope",
            "regr_intercept",
            "regr_r2",
            "regr_avgx",
            "regr_avgy",
            "regr_sxx",
            "regr_syy",
            "regr_sxy",
            "regr_count",
            "approx_distinct",
            "approx_count_distinct",
            "bitwise_and_agg",
            "bitwise_or_agg",
            "bitwise_xor_agg");

    /** These pass over rows whose second argument is NULL. */
    private static final Set<String> ORDERED_BY_SECOND = Set.of("max_by", "min_by");

    private FilteredWindows() {}

    /** The call without a filter below its window. */
    static SqlCall withoutFilter(SqlCall call) {
        if (call.getKind() != SqlKind.OVER || call.operand(0).getKind() != SqlKind.FILTER) {
            return call;
        }
        SqlCall filter = call.operand(0);
        if (!(filter.operand(0) instanceof SqlCall aggregate)) {
            throw unsupported(filter);
        }
        return call.getOperator()
                .createCall(call.getParserPosition(), filtered(aggregate, filter.operand(1)), call.operand(1));
    }

    private static SqlNode filtered(SqlCall aggregate, SqlNode condition) {
        String name = aggregate.getOperator().getName().toLowerCase(Locale.ROOT);
        int deciding = ORDERED_BY_SECOND.contains(name) ? 1 : 0;
        boolean known = PASSING_OVER_NULL.contains(name) || deciding == 1;
        List<SqlNode> arguments = new ArrayList<>(aggregate.getOperandList());
        if (!known || arguments.size() <= deciding) {
            throw unsupported(aggregate);
        }
        arguments.set(deciding, ifHolds(condition, arguments.get(deciding)));
        return aggregate
                .getOperator()
                .createCall(aggregate.getFunctionQuantifier(), aggregate.getParserPosition(), arguments);
    }

    private static SqlNode ifHolds(SqlNode condition, SqlNode value) {
        SqlParserPos position = value.getParserPosition();
        boolean isStar = value instanceof SqlIdentifier name && name.isStar();
        return SqlCase.createSwitched(
                position,
                null,
                SqlNodeList.of(condition),
                SqlNodeList.of(isStar ? SqlLiteral.createExactNumeric("1", position) : value),
                null);
    }

    private static PlannerException unsupported(SqlNode call) {
        return new PlannerException.Unsupported(
                "FILTER with OVER for this function (write CASE inside of it)", TextSpan.of(call));
    }
}
