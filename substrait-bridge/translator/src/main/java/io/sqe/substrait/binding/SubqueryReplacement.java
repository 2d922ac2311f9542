package io.sqe.substrait.binding;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Nested;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.Rel;
import java.util.function.UnaryOperator;

/** Replaces the relations of the subqueries in an expression; an expression without any stays as it is. */
final class SubqueryReplacement {
    private final UnaryOperator<Rel> replacement;

    SubqueryReplacement(UnaryOperator<Rel> replacement) {
        this.replacement = replacement;
    }

    Expression in(Expression expression) {
        if (!Subqueries.areIn(expression)) {
            return expression;
        }
        Expression.Builder out = Expression.newBuilder();
        switch (expression.getRexTypeCase()) {
            case SUBQUERY -> out.setSubquery(subquery(expression.getSubquery()));
            case SCALAR_FUNCTION -> out.setScalarFunction(function(expression.getScalarFunction()));
            case WINDOW_FUNCTION -> out.setWindowFunction(window(expression.getWindowFunction()));
            case IF_THEN -> out.setIfThen(ifThen(expression.getIfThen()));
            case CAST ->
                out.setCast(expression.getCast().toBuilder()
                        .setInput(in(expression.getCast().getInput())));
            case SINGULAR_OR_LIST -> out.setSingularOrList(list(expression.getSingularOrList()));
            case NESTED -> out.setNested(nested(expression.getNested()));
            case SELECTION ->
                out.setSelection(expression.getSelection().toBuilder()
                        .setExpression(in(expression.getSelection().getExpression())));
            default -> throw new IllegalStateException("No subquery can be in " + expression.getRexTypeCase());
        }
        return out.build();
    }

    private Subquery.Builder subquery(Subquery subquery) {
        Subquery.Builder out = subquery.toBuilder();
        switch (subquery.getSubqueryTypeCase()) {
            case SCALAR ->
                out.getScalarBuilder()
                        .setInput(replacement.apply(subquery.getScalar().getInput()));
            case SET_PREDICATE ->
                out.getSetPredicateBuilder()
                        .setTuples(replacement.apply(subquery.getSetPredicate().getTuples()));
            case SET_COMPARISON ->
                out.getSetComparisonBuilder()
                        .setLeft(in(subquery.getSetComparison().getLeft()))
                        .setRight(replacement.apply(subquery.getSetComparison().getRight()));
            case IN_PREDICATE -> {
                var in = out.getInPredicateBuilder();
                in.setHaystack(replacement.apply(in.getHaystack()));
                for (int i = 0; i < in.getNeedlesCount(); i++) {
                    in.setNeedles(i, in(in.getNeedles(i)));
                }
            }
            case SUBQUERYTYPE_NOT_SET -> throw new IllegalStateException("A subquery has no kind");
        }
        return out;
    }

    private FunctionArgument argument(FunctionArgument argument) {
        return argument.hasValue()
                ? argument.toBuilder().setValue(in(argument.getValue())).build()
                : argument;
    }

    private Expression.ScalarFunction.Builder function(Expression.ScalarFunction function) {
        Expression.ScalarFunction.Builder out = function.toBuilder();
        for (int i = 0; i < function.getArgumentsCount(); i++) {
            out.setArguments(i, argument(function.getArguments(i)));
        }
        return out;
    }

    private Expression.WindowFunction.Builder window(Expression.WindowFunction window) {
        Expression.WindowFunction.Builder out = window.toBuilder();
        for (int i = 0; i < window.getArgumentsCount(); i++) {
            out.setArguments(i, argument(window.getArguments(i)));
        }
        for (int i = 0; i < window.getPartitionsCount(); i++) {
            out.setPartitions(i, in(window.getPartitions(i)));
        }
        for (int i = 0; i < window.getSortsCount(); i++) {
            out.setSorts(
                    i,
                    window.getSorts(i).toBuilder().setExpr(in(window.getSorts(i).getExpr())));
        }
        return out;
    }

    private Expression.IfThen.Builder ifThen(Expression.IfThen ifThen) {
        Expression.IfThen.Builder out = Expression.IfThen.newBuilder().setElse(in(ifThen.getElse()));
        for (Expression.IfThen.IfClause clause : ifThen.getIfsList()) {
            out.addIfs(Expression.IfThen.IfClause.newBuilder()
                    .setIf(in(clause.getIf()))
                    .setThen(in(clause.getThen())));
        }
        return out;
    }

    private Expression.SingularOrList.Builder list(Expression.SingularOrList list) {
        Expression.SingularOrList.Builder out =
                Expression.SingularOrList.newBuilder().setValue(in(list.getValue()));
        list.getOptionsList().forEach(option -> out.addOptions(in(option)));
        return out;
    }

    private Nested.Builder nested(Nested nested) {
        Nested.Builder out = nested.toBuilder();
        switch (nested.getNestedTypeCase()) {
            case STRUCT -> {
                var struct = out.getStructBuilder().clearFields();
                nested.getStruct().getFieldsList().forEach(field -> struct.addFields(in(field)));
            }
            case LIST -> {
                var list = out.getListBuilder().clearValues();
                nested.getList().getValuesList().forEach(value -> list.addValues(in(value)));
            }
            case MAP -> {
                var map = out.getMapBuilder().clearKeyValues();
                nested.getMap()
                        .getKeyValuesList()
                        .forEach(entry -> map.addKeyValues(Nested.Map.KeyValue.newBuilder()
                                .setKey(in(entry.getKey()))
                                .setValue(in(entry.getValue()))));
            }
            case NESTEDTYPE_NOT_SET -> throw new IllegalStateException("A nested value has no kind");
        }
        return out;
    }
}
