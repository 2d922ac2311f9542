package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** Translates CASE. */
final class ConditionalToSubstrait {
    private final Translation translation;

    ConditionalToSubstrait(Translation translation) {
        this.translation = translation;
    }

    Expression translate(RexCall call) {
        return coalesce(call).orElseGet(() -> ifThen(call));
    }

    private Expression ifThen(RexCall call) {
        List<RexNode> operands = call.getOperands();
        RelDataType type = call.getType();
        Expression.IfThen.Builder out = Expression.IfThen.newBuilder();
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            out.addIfs(Expression.IfThen.IfClause.newBuilder()
                    .setIf(translation.expression(operands.get(i)))
                    .setThen(translation.typed(operands.get(i + 1), type)));
        }
        return Expression.newBuilder()
                .setIfThen(out.setElse(translation.typed(operands.getLast(), type)))
                .build();
    }

    /** {@code CASE WHEN x IS NOT NULL THEN x ELSE y END}, which is what Calcite makes of COALESCE; evaluates x once. */
    private Optional<Expression> coalesce(RexCall call) {
        List<RexNode> operands = call.getOperands();
        boolean isCoalesce = operands.size() == 3
                && operands.getFirst() instanceof RexCall test
                && test.getKind() == SqlKind.IS_NOT_NULL
                && withoutCast(operands.get(1)).equals(test.getOperands().getFirst());
        if (!isCoalesce) {
            return Optional.empty();
        }
        RelDataType type = call.getType();
        List<Expression> arguments =
                List.of(translation.expression(operands.get(1)), translation.typed(operands.get(2), type));
        return Optional.of(translation
                .functions()
                .callTranslated(
                        "coalesce",
                        arguments,
                        List.of(operands.get(1).getType(), operands.get(2).getType()),
                        type));
    }

    private static RexNode withoutCast(RexNode node) {
        return node.getKind() == SqlKind.CAST && node instanceof RexCall cast
                ? cast.getOperands().getFirst()
                : node;
    }
}
