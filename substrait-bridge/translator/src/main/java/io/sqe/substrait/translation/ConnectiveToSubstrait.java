package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Translates AND and OR. Comparisons of one value with many constants become a list again, which is what IN was written as. */
final class ConnectiveToSubstrait {
    private final Translation translation;

    ConnectiveToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression or(RexCall call) {
        return connect(SqlStdOperatorTable.OR, merged(RelOptUtil.disjunctions(call), SqlKind.EQUALS), call.getType());
    }

    Expression and(RexCall call) {
        List<Expression> conditions = merged(RelOptUtil.conjunctions(call), SqlKind.NOT_EQUALS);
        return connect(SqlStdOperatorTable.AND, conditions, call.getType());
    }

    private Expression connect(SqlOperator operator, List<Expression> terms, RelDataType type) {
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        List<RelDataType> types = terms.stream().map(term -> type).toList();
        return translation.functions().callTranslated(operator, terms, types, type);
    }

    /** The terms; those that compare the same value are made one, where the first of them stood. */
    private List<Expression> merged(List<RexNode> terms, SqlKind comparison) {
        Map<RexNode, List<RexCall>> comparisons = new HashMap<>();
        for (RexNode term : terms) {
            if (isComparisonWithConstant(term, comparison)) {
                comparisons
                        .computeIfAbsent(value(term), value -> new ArrayList<>())
                        .add((RexCall) term);
            }
        }
        List<Expression> merged = new ArrayList<>();
        for (RexNode term : terms) {
            if (!isComparisonWithConstant(term, comparison)) {
                merged.add(translation.expression(term));
                continue;
            }
            List<RexCall> ofValue = comparisons.remove(value(term));
            if (ofValue != null) {
                merged.add(ofValue.size() == 1 ? translation.expression(term) : oneOf(ofValue, comparison));
            }
        }
        return merged;
    }

    private static RexNode value(RexNode comparison) {
        return ((RexCall) comparison).getOperands().getFirst();
    }

    private static boolean isComparisonWithConstant(RexNode term, SqlKind comparison) {
        return term.getKind() == comparison
                && ((RexCall) term).getOperands().get(1) instanceof RexLiteral literal
                && !literal.isNull();
    }

    private Expression oneOf(List<RexCall> comparisons, SqlKind comparison) {
        Expression.SingularOrList.Builder list =
                Expression.SingularOrList.newBuilder().setValue(translation.expression(value(comparisons.getFirst())));
        for (RexCall each : comparisons) {
            list.addOptions(translation.expression(each.getOperands().get(1)));
        }
        Expression isOneOf = Expression.newBuilder().setSingularOrList(list).build();
        RelDataType truth = comparisons.getFirst().getType();
        return comparison == SqlKind.EQUALS
                ? isOneOf
                : translation
                        .functions()
                        .callTranslated(SqlStdOperatorTable.NOT, List.of(isOneOf), List.of(truth), truth);
    }
}
