package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Translates searches, Calcite's compact form of comparisons of one value with many constants. */
final class SargToSubstrait {
    private final Translation translation;

    SargToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression translate(RexCall search) {
        RexNode expanded = RexUtil.expandSearch(translation.rexBuilder(), null, search);
        List<RexNode> alternatives = RelOptUtil.disjunctions(expanded);
        if (areComparisonsOf(search, alternatives, SqlKind.EQUALS)) {
            return oneOf(search, alternatives);
        }
        List<RexNode> conditions = RelOptUtil.conjunctions(expanded);
        if (areComparisonsOf(search, conditions, SqlKind.NOT_EQUALS)) {
            return translation
                    .functions()
                    .callTranslated(
                            SqlStdOperatorTable.NOT,
                            List.of(oneOf(search, conditions)),
                            List.of(search.getType()),
                            search.getType());
        }
        return translation.expression(expanded);
    }

    private static boolean areComparisonsOf(RexCall search, List<RexNode> comparisons, SqlKind kind) {
        RexNode value = search.getOperands().getFirst();
        return comparisons.size() > 1
                && comparisons.stream()
                        .allMatch(comparison -> comparison.getKind() == kind
                                && ((RexCall) comparison)
                                        .getOperands()
                                        .getFirst()
                                        .equals(value));
    }

    private Expression oneOf(RexCall search, List<RexNode> comparisons) {
        Expression.SingularOrList.Builder list = Expression.SingularOrList.newBuilder()
                .setValue(translation.expression(search.getOperands().getFirst()));
        for (RexNode comparison : comparisons) {
            list.addOptions(
                    translation.expression(((RexCall) comparison).getOperands().get(1)));
        }
        return Expression.newBuilder().setSingularOrList(list).build();
    }
}
