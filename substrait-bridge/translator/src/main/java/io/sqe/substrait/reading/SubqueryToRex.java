package io.sqe.substrait.reading;

import com.google.common.collect.ImmutableList;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.Expression.Subquery.SetComparison;
import io.substrait.proto.Expression.Subquery.SetPredicate;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Reads subqueries. They stay subqueries, as SQL's do. */
final class SubqueryToRex {
    private final Reading reading;

    SubqueryToRex(Reading reading) {
        this.reading = reading;
    }

    RexNode read(Subquery subquery) {
        return switch (subquery.getSubqueryTypeCase()) {
            case SCALAR -> {
                RelNode rows = reading.relation(subquery.getScalar().getInput());
                requireColumns(rows, 1);
                yield RexSubQuery.scalar(rows);
            }
            case IN_PREDICATE -> in(subquery.getInPredicate());
            case SET_PREDICATE -> predicate(subquery.getSetPredicate());
            case SET_COMPARISON -> comparison(subquery.getSetComparison());
            case SUBQUERYTYPE_NOT_SET -> throw Refusals.malformed("a subquery is empty");
        };
    }

    private RexNode in(Subquery.InPredicate predicate) {
        RelNode rows = reading.relation(predicate.getHaystack());
        List<Expression> needles = predicate.getNeedlesList();
        requireColumns(rows, needles.size());
        ImmutableList.Builder<RexNode> values = ImmutableList.builder();
        for (int i = 0; i < needles.size(); i++) {
            RexNode needle = reading.expression(needles.get(i));
            requireComparable(needle, rows, i);
            values.add(needle);
        }
        return RexSubQuery.in(rows, values.build());
    }

    private RexNode predicate(SetPredicate predicate) {
        RelNode rows = reading.relation(predicate.getTuples());
        return switch (predicate.getPredicateOp()) {
            case PREDICATE_OP_EXISTS -> RexSubQuery.exists(rows);
            case PREDICATE_OP_UNIQUE -> RexSubQuery.unique(rows);
            case PREDICATE_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusals.malformed("a test of rows does not say what for");
        };
    }

    /** Calcite says {@code > ALL} as {@code NOT (<= SOME)}. */
    private RexNode comparison(SetComparison comparison) {
        RelNode rows = reading.relation(comparison.getRight());
        requireColumns(rows, 1);
        RexNode value = reading.expression(comparison.getLeft());
        requireComparable(value, rows, 0);
        SqlKind kind = kind(comparison);
        return switch (comparison.getReductionOp()) {
            case REDUCTION_OP_ANY -> some(value, kind, rows);
            case REDUCTION_OP_ALL ->
                reading.rex().makeCall(SqlStdOperatorTable.NOT, some(value, kind.negateNullSafe(), rows));
            case REDUCTION_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusals.malformed("a comparison with rows does not say with how many");
        };
    }

    private static RexNode some(RexNode value, SqlKind kind, RelNode rows) {
        return RexSubQuery.some(rows, ImmutableList.of(value), SqlStdOperatorTable.some(kind));
    }

    private static SqlKind kind(SetComparison comparison) {
        return switch (comparison.getComparisonOp()) {
            case COMPARISON_OP_EQ -> SqlKind.EQUALS;
            case COMPARISON_OP_NE -> SqlKind.NOT_EQUALS;
            case COMPARISON_OP_LT -> SqlKind.LESS_THAN;
            case COMPARISON_OP_LE -> SqlKind.LESS_THAN_OR_EQUAL;
            case COMPARISON_OP_GT -> SqlKind.GREATER_THAN;
            case COMPARISON_OP_GE -> SqlKind.GREATER_THAN_OR_EQUAL;
            case COMPARISON_OP_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusals.malformed("a comparison with rows does not say which");
        };
    }

    private static void requireColumns(RelNode rows, int wanted) {
        int columns = rows.getRowType().getFieldCount();
        if (columns != wanted) {
            throw Refusals.malformed("a subquery has %d columns where %d are wanted".formatted(columns, wanted));
        }
    }

    private void requireComparable(RexNode value, RelNode rows, int column) {
        RexNode other = reading.rex().makeInputRef(rows, column);
        reading.functions().requireFitting(SqlStdOperatorTable.EQUALS, List.of(value, other));
    }
}
