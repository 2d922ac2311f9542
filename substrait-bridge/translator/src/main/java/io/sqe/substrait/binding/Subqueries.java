package io.sqe.substrait.binding;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Nested;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.SortField;
import java.util.List;

/** Finds subqueries in expressions. */
final class Subqueries {
    private Subqueries() {}

    static boolean areIn(Expression expression) {
        return switch (expression.getRexTypeCase()) {
            case SUBQUERY -> true;
            case LITERAL, EXECUTION_CONTEXT_VARIABLE, REXTYPE_NOT_SET -> false;
            case SELECTION ->
                expression.getSelection().hasExpression()
                        && areIn(expression.getSelection().getExpression());
            case SCALAR_FUNCTION ->
                areInArguments(expression.getScalarFunction().getArgumentsList());
            case WINDOW_FUNCTION -> areIn(expression.getWindowFunction());
            case IF_THEN -> areIn(expression.getIfThen());
            case CAST -> areIn(expression.getCast().getInput());
            case SINGULAR_OR_LIST ->
                areIn(expression.getSingularOrList().getValue())
                        || areIn(expression.getSingularOrList().getOptionsList());
            case NESTED -> areIn(expression.getNested());
            default -> throw new IllegalStateException("The translator makes no " + expression.getRexTypeCase());
        };
    }

    private static boolean areIn(List<Expression> expressions) {
        for (Expression expression : expressions) {
            if (areIn(expression)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areInArguments(List<FunctionArgument> arguments) {
        for (FunctionArgument argument : arguments) {
            if (argument.hasValue() && areIn(argument.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean areIn(Expression.WindowFunction window) {
        return areInArguments(window.getArgumentsList())
                || areIn(window.getPartitionsList())
                || areIn(window.getSortsList().stream().map(SortField::getExpr).toList());
    }

    private static boolean areIn(Expression.IfThen ifThen) {
        return areIn(ifThen.getElse())
                || ifThen.getIfsList().stream().anyMatch(clause -> areIn(clause.getIf()) || areIn(clause.getThen()));
    }

    private static boolean areIn(Nested nested) {
        return areIn(nested.getStruct().getFieldsList())
                || areIn(nested.getList().getValuesList())
                || nested.getMap().getKeyValuesList().stream()
                        .anyMatch(entry -> areIn(entry.getKey()) || areIn(entry.getValue()));
    }
}
