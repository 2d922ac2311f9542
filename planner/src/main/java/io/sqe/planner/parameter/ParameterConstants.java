package io.sqe.planner.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTimeLiteral;
import org.apache.calcite.sql.SqlTimestampLiteral;
import org.apache.calcite.util.BitString;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/**
 * Puts constants in the place of a plan's {@link ParameterMark}s, as binding would have made them of the same values: a cast of a constant
 * becomes a constant wherever Calcite makes it one, and of equal alternatives, as IN may list them, one is left.
 */
public final class ParameterConstants extends RexShuttle {
    private final RexBuilder rex;
    private final List<SqlNode> constants;

    private ParameterConstants(RexBuilder rex, List<SqlNode> constants) {
        this.rex = rex;
        this.constants = constants;
    }

    /**
     * Of values in the order of the placeholders.
     *
     * @throws io.sqe.planner.statement.PlannerException if one is none that SQL can say
     */
    public static ParameterConstants of(Parameters parameters, List<Placeholder> placeholders, RexBuilder rex) {
        return new ParameterConstants(
                rex,
                IntStream.range(0, placeholders.size())
                        .mapToObj(i -> ParameterNodes.typed(
                                parameters.values().get(i), placeholders.get(i).position()))
                        .toList());
    }

    @Override
    public RexNode visitCall(RexCall call) {
        if (call.getOperator() instanceof ParameterMark mark) {
            return constant(constants.get(mark.index()), call.getType());
        }
        RexNode changed = super.visitCall(call);
        if (changed instanceof RexCall cast && isCastOfLiteral(cast) && !cast.equals(call)) {
            return folded(cast);
        }
        return changed instanceof RexCall either && either.getKind() == SqlKind.OR && !either.equals(call)
                ? withoutRepetition(either)
                : changed;
    }

    private static RexNode withoutRepetition(RexCall either) {
        List<RexNode> operands = either.getOperands().stream().distinct().toList();
        return operands.size() == 1 ? operands.getFirst() : either.clone(either.getType(), operands);
    }

    private static boolean isCastOfLiteral(RexCall call) {
        boolean isCast = call.getKind() == SqlKind.CAST || call.getKind() == SqlKind.SAFE_CAST;
        return isCast && call.getOperands().size() == 1 && call.getOperands().getFirst() instanceof RexLiteral;
    }

    private RexNode folded(RexCall cast) {
        boolean isSafe = cast.getKind() == SqlKind.SAFE_CAST;
        return rex.makeCast(
                cast.getParserPosition(), cast.getType(), cast.getOperands().getFirst(), isSafe, isSafe);
    }

    private RexNode constant(SqlNode node, RelDataType type) {
        return node instanceof SqlCall cast
                ? rex.makeCast(cast.getParserPosition(), type, literal(cast.operand(0)), false, false)
                : literal((SqlLiteral) node);
    }

    /** As Calcite's converter has it, which cannot be asked without a validator. */
    private RexNode literal(SqlLiteral literal) {
        return switch (literal.getTypeName()) {
            case DECIMAL ->
                rex.makeExactLiteral(literal.getValueAs(BigDecimal.class), literal.createSqlType(rex.getTypeFactory()));
            case DOUBLE -> rex.makeApproxLiteral(literal.getValueAs(BigDecimal.class));
            case CHAR -> rex.makeCharLiteral(literal.getValueAs(NlsString.class));
            case BOOLEAN -> rex.makeLiteral(literal.getValueAs(Boolean.class));
            case BINARY ->
                rex.makeBinaryLiteral(
                        new ByteString(literal.getValueAs(BitString.class).getAsByteArray()));
            case TIMESTAMP ->
                rex.makeTimestampLiteral(
                        literal.getValueAs(TimestampString.class), ((SqlTimestampLiteral) literal).getPrec());
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                rex.makeTimestampWithLocalTimeZoneLiteral(
                        literal.getValueAs(TimestampString.class), ((SqlTimestampLiteral) literal).getPrec());
            case TIME ->
                rex.makeTimeLiteral(literal.getValueAs(TimeString.class), ((SqlTimeLiteral) literal).getPrec());
            case DATE -> rex.makeDateLiteral(literal.getValueAs(DateString.class));
            default -> throw new IllegalStateException("No parameter is a literal of " + literal.getTypeName());
        };
    }
}
