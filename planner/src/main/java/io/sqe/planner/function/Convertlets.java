package io.sqe.planner.function;

import static java.util.Objects.requireNonNull;

import io.sqe.planner.parameter.ParameterMark;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/** How calls become expressions of a plan: as Calcite has it, but for our own operators. */
public final class Convertlets implements SqlRexConvertletTable {
    public static final Convertlets INSTANCE = new Convertlets();

    private Convertlets() {}

    @Override
    public @Nullable SqlRexConvertlet get(SqlCall call) {
        if (call.getOperator() instanceof ParameterMark mark) {
            return (context, marked) -> mark.of(context.convertExpression(marked.operand(0)), context.getRexBuilder());
        }
        return call.getOperator().equals(WholeMinus.INSTANCE)
                ? Convertlets::minus
                : StandardConvertletTable.INSTANCE.get(call);
    }

    private static RexNode minus(SqlRexContext context, SqlCall call) {
        RelDataType left = context.getValidator().getValidatedNodeType(call.operand(0));
        RelDataType right = context.getValidator().getValidatedNodeType(call.operand(1));
        if (WholeMinus.isDistance(left, right)) {
            return context.getRexBuilder()
                    .makeCall(
                            call.getParserPosition(),
                            context.getValidator().getValidatedNodeType(call),
                            SqlStdOperatorTable.MINUS_DATE,
                            call.getOperandList().stream()
                                    .map(context::convertExpression)
                                    .toList());
        }
        ((SqlBasicCall) call).setOperator(SqlStdOperatorTable.MINUS);
        return requireNonNull(StandardConvertletTable.INSTANCE.get(call)).convertCall(context, call);
    }
}
