package io.sqe.substrait.translation;

import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.function.ResolvedFunction;
import io.substrait.proto.Expression;
import io.substrait.proto.FunctionArgument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Translates calls of functions that the catalogue declares. */
final class FunctionCalls {
    private final Translation translation;
    private final FunctionOperators operators = FunctionOperators.standard();

    FunctionCalls(Translation translation) {
        this.translation = translation;
    }

    /** The function that a call of an operator means. */
    ResolvedFunction resolve(SqlOperator operator, List<RelDataType> arguments) {
        return operators
                .resolve(operator, arguments, translation.typeFactory())
                .orElseThrow(() -> new TranslationException.NoSuchVariant(operator.getName(), text(arguments)));
    }

    /** The function of a name, for the translator's own use. */
    ResolvedFunction resolve(String name, List<RelDataType> arguments) {
        return operators
                .resolve(name, arguments, translation.typeFactory())
                .orElseThrow(() -> new TranslationException.NoSuchVariant(name, text(arguments)));
    }

    private static String text(List<RelDataType> types) {
        return types.stream().map(RelDataType::toString).collect(Collectors.joining(", "));
    }

    static List<RelDataType> types(List<? extends RexNode> nodes) {
        List<RelDataType> types = new ArrayList<>(nodes.size());
        nodes.forEach(node -> types.add(node.getType()));
        return types;
    }

    Expression call(SqlOperator operator, List<? extends RexNode> operands, RelDataType result) {
        return call(resolve(operator, types(operands)), operands, result);
    }

    Expression call(String name, List<? extends RexNode> operands, RelDataType result) {
        return call(resolve(name, types(operands)), operands, result);
    }

    private Expression call(ResolvedFunction function, List<? extends RexNode> operands, RelDataType result) {
        return scalar(anchor(function), arguments(function, operands), result);
    }

    /** A call with arguments that are translated already. */
    Expression callTranslated(
            String name, List<Expression> arguments, List<RelDataType> argumentTypes, RelDataType result) {
        return scalar(anchor(resolve(name, argumentTypes)), wrapped(arguments), result);
    }

    /** A call with arguments that are translated already. */
    Expression callTranslated(
            SqlOperator operator, List<Expression> arguments, List<RelDataType> argumentTypes, RelDataType result) {
        return scalar(anchor(resolve(operator, argumentTypes)), wrapped(arguments), result);
    }

    private static List<FunctionArgument> wrapped(List<Expression> arguments) {
        return arguments.stream()
                .map(argument ->
                        FunctionArgument.newBuilder().setValue(argument).build())
                .toList();
    }

    private Expression scalar(int anchor, List<FunctionArgument> arguments, RelDataType result) {
        return Expression.newBuilder()
                .setScalarFunction(Expression.ScalarFunction.newBuilder()
                        .setFunctionReference(anchor)
                        .addAllArguments(arguments)
                        .setOutputType(translation.type(result)))
                .build();
    }

    int anchor(ResolvedFunction function) {
        return translation.references().anchor(FunctionVariants.find(function));
    }

    /** The arguments, converted to the types that the function wants. */
    List<FunctionArgument> arguments(ResolvedFunction function, List<? extends RexNode> operands) {
        List<FunctionArgument> arguments = new ArrayList<>(operands.size());
        for (int i = 0; i < operands.size(); i++) {
            Expression argument =
                    argument(operands.get(i), function.argumentTypes().get(i));
            arguments.add(FunctionArgument.newBuilder().setValue(argument).build());
        }
        return arguments;
    }

    private Expression argument(RexNode operand, RelDataType wanted) {
        SqlTypeName given = operand.getType().getSqlTypeName();
        if (given == wanted.getSqlTypeName() || isText(given, wanted.getSqlTypeName())) {
            return translation.expression(operand);
        }
        if (operand instanceof RexLiteral literal && !literal.isNull() && SqlTypeUtil.isNumeric(literal.getType())) {
            return literal(literal, wanted);
        }
        return Casts.to(translation.type(wanted), translation.expression(operand));
    }

    private static boolean isText(SqlTypeName given, SqlTypeName wanted) {
        return SqlTypeName.CHAR_TYPES.contains(given) && SqlTypeName.CHAR_TYPES.contains(wanted);
    }

    /** A number that is constant is converted now. */
    private Expression literal(RexLiteral literal, RelDataType wanted) {
        boolean isWholeToDecimal =
                wanted.getSqlTypeName() == SqlTypeName.DECIMAL && SqlTypeUtil.isIntType(literal.getType());
        Comparable<?> value = literal.getValueAs(Comparable.class);
        return isWholeToDecimal && value instanceof BigDecimal whole
                ? RexLiteralToSubstrait.narrowDecimal(whole)
                : translation.literals().translate(value, wanted);
    }
}
