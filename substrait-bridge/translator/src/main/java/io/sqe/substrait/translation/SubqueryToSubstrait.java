package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.Expression.Subquery.SetComparison.ComparisonOp;
import io.substrait.proto.Expression.Subquery.SetComparison.ReductionOp;
import io.substrait.proto.Expression.Subquery.SetPredicate.PredicateOp;
import io.substrait.proto.Rel;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;

/** Translates subqueries in expressions. They stay subqueries: the engine is better at unnesting them. */
final class SubqueryToSubstrait {
    private final Translation translation;

    SubqueryToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression translate(RexSubQuery subquery) {
        Rel rows = translation.scopes().insideSubquery(() -> translation.relation(subquery.rel));
        Subquery.Builder out = Subquery.newBuilder();
        switch (subquery.getKind()) {
            case SCALAR_QUERY -> out.setScalar(Subquery.Scalar.newBuilder().setInput(rows));
            case EXISTS -> out.setSetPredicate(predicate(PredicateOp.PREDICATE_OP_EXISTS, rows));
            case UNIQUE -> out.setSetPredicate(predicate(PredicateOp.PREDICATE_OP_UNIQUE, rows));
            case IN -> {
                List<Expression> needles = subquery.getOperands().stream()
                        .map(translation::expression)
                        .toList();
                out.setInPredicate(
                        Subquery.InPredicate.newBuilder().addAllNeedles(needles).setHaystack(rows));
            }
            case SOME -> out.setSetComparison(some(subquery, rows));
            default -> throw new TranslationException.Unsupported("a subquery of kind " + subquery.getKind());
        }
        return Expression.newBuilder().setSubquery(out).build();
    }

    private static Subquery.SetPredicate predicate(PredicateOp operation, Rel rows) {
        return Subquery.SetPredicate.newBuilder()
                .setPredicateOp(operation)
                .setTuples(rows)
                .build();
    }

    /** Calcite says {@code > ALL} as {@code NOT (<= SOME)}, so there is no other quantifier. */
    private Subquery.SetComparison some(RexSubQuery subquery, Rel rows) {
        List<RexNode> operands = subquery.getOperands();
        if (operands.size() != 1 || !(subquery.getOperator() instanceof SqlQuantifyOperator quantifier)) {
            throw new TranslationException.Unsupported("a comparison of a row with ANY or ALL rows of a subquery");
        }
        return Subquery.SetComparison.newBuilder()
                .setReductionOp(ReductionOp.REDUCTION_OP_ANY)
                .setComparisonOp(comparison(quantifier))
                .setLeft(translation.expression(operands.getFirst()))
                .setRight(rows)
                .build();
    }

    private static ComparisonOp comparison(SqlQuantifyOperator quantifier) {
        return switch (quantifier.comparisonKind) {
            case EQUALS -> ComparisonOp.COMPARISON_OP_EQ;
            case NOT_EQUALS -> ComparisonOp.COMPARISON_OP_NE;
            case LESS_THAN -> ComparisonOp.COMPARISON_OP_LT;
            case LESS_THAN_OR_EQUAL -> ComparisonOp.COMPARISON_OP_LE;
            case GREATER_THAN -> ComparisonOp.COMPARISON_OP_GT;
            case GREATER_THAN_OR_EQUAL -> ComparisonOp.COMPARISON_OP_GE;
            default -> throw new TranslationException.Unsupported(quantifier.getName());
        };
    }
}
