package io.sqe.executor.lowering;

import io.substrait.proto.AggregateFunction;
import io.substrait.proto.AggregateRel;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.Subquery;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.Rel;
import io.substrait.proto.SortField;
import java.util.ArrayList;
import java.util.List;

/** Takes relations and expressions apart. */
final class PlanParts {

    private PlanParts() {}

    /** The relations that a relation reads, subqueries aside. */
    static List<Rel> inputs(Rel rel) {
        return switch (rel.getRelTypeCase()) {
            case FILTER -> List.of(rel.getFilter().getInput());
            case PROJECT -> List.of(rel.getProject().getInput());
            case SORT -> List.of(rel.getSort().getInput());
            case FETCH -> List.of(rel.getFetch().getInput());
            case AGGREGATE -> List.of(rel.getAggregate().getInput());
            case JOIN -> List.of(rel.getJoin().getLeft(), rel.getJoin().getRight());
            case CROSS -> List.of(rel.getCross().getLeft(), rel.getCross().getRight());
            case SET -> rel.getSet().getInputsList();
            case EXTENSION_SINGLE -> List.of(rel.getExtensionSingle().getInput());
            case EXTENSION_MULTI -> rel.getExtensionMulti().getInputsList();
            default -> List.of();
        };
    }

    /** What a relation says itself. */
    static Rel withoutInputs(Rel rel) {
        Rel.Builder own = rel.toBuilder();
        switch (rel.getRelTypeCase()) {
            case FILTER -> own.getFilterBuilder().clearInput();
            case PROJECT -> own.getProjectBuilder().clearInput();
            case SORT -> own.getSortBuilder().clearInput();
            case FETCH -> own.getFetchBuilder().clearInput();
            case AGGREGATE -> own.getAggregateBuilder().clearInput();
            case JOIN -> own.getJoinBuilder().clearLeft().clearRight();
            case CROSS -> own.getCrossBuilder().clearLeft().clearRight();
            case SET -> own.getSetBuilder().clearInputs();
            case EXTENSION_SINGLE -> own.getExtensionSingleBuilder().clearInput();
            case EXTENSION_MULTI -> own.getExtensionMultiBuilder().clearInputs();
            default -> {}
        }
        return own.build();
    }

    /** The expressions that a relation evaluates itself. */
    static List<Expression> expressions(Rel rel) {
        return switch (rel.getRelTypeCase()) {
            case FILTER -> List.of(rel.getFilter().getCondition());
            case PROJECT -> rel.getProject().getExpressionsList();
            case SORT -> sortKeys(rel.getSort().getSortsList());
            case JOIN -> rel.getJoin().hasExpression() ? List.of(rel.getJoin().getExpression()) : List.of();
            case AGGREGATE -> ofAggregate(rel.getAggregate());
            case READ -> ofRead(rel);
            default -> List.of();
        };
    }

    private static List<Expression> ofAggregate(AggregateRel rel) {
        List<Expression> expressions = new ArrayList<>(rel.getGroupingExpressionsList());
        for (AggregateRel.Measure measure : rel.getMeasuresList()) {
            AggregateFunction function = measure.getMeasure();
            expressions.addAll(arguments(function.getArgumentsList()));
            expressions.addAll(sortKeys(function.getSortsList()));
            if (measure.hasFilter()) {
                expressions.add(measure.getFilter());
            }
        }
        return expressions;
    }

    private static List<Expression> ofRead(Rel rel) {
        List<Expression> expressions = new ArrayList<>();
        if (rel.getRead().hasFilter()) {
            expressions.add(rel.getRead().getFilter());
        }
        for (var row : rel.getRead().getVirtualTable().getExpressionsList()) {
            expressions.addAll(row.getFieldsList());
        }
        return expressions;
    }

    /** The expressions directly inside an expression, subqueries aside. */
    static List<Expression> parts(Expression expression) {
        return switch (expression.getRexTypeCase()) {
            case SCALAR_FUNCTION -> arguments(expression.getScalarFunction().getArgumentsList());
            case WINDOW_FUNCTION -> ofWindow(expression.getWindowFunction());
            case CAST -> List.of(expression.getCast().getInput());
            case SELECTION ->
                expression.getSelection().hasExpression()
                        ? List.of(expression.getSelection().getExpression())
                        : List.of();
            case IF_THEN -> ofIfThen(expression.getIfThen());
            case SWITCH_EXPRESSION -> ofSwitch(expression.getSwitchExpression());
            case SINGULAR_OR_LIST -> {
                List<Expression> parts =
                        new ArrayList<>(expression.getSingularOrList().getOptionsList());
                parts.add(expression.getSingularOrList().getValue());
                yield parts;
            }
            case MULTI_OR_LIST -> {
                List<Expression> parts =
                        new ArrayList<>(expression.getMultiOrList().getValueList());
                expression.getMultiOrList().getOptionsList().forEach(row -> parts.addAll(row.getFieldsList()));
                yield parts;
            }
            case SUBQUERY -> ofSubquery(expression.getSubquery());
            case NESTED -> ofNested(expression.getNested());
            default -> List.of();
        };
    }

    /** The relation of a subquery. */
    static Rel relation(Subquery subquery) {
        return switch (subquery.getSubqueryTypeCase()) {
            case SCALAR -> subquery.getScalar().getInput();
            case IN_PREDICATE -> subquery.getInPredicate().getHaystack();
            case SET_PREDICATE -> subquery.getSetPredicate().getTuples();
            case SET_COMPARISON -> subquery.getSetComparison().getRight();
            case SUBQUERYTYPE_NOT_SET -> throw new LoweringException.Malformed("a subquery has no kind");
        };
    }

    private static List<Expression> ofSubquery(Subquery subquery) {
        return switch (subquery.getSubqueryTypeCase()) {
            case IN_PREDICATE -> subquery.getInPredicate().getNeedlesList();
            case SET_COMPARISON -> List.of(subquery.getSetComparison().getLeft());
            default -> List.of();
        };
    }

    private static List<Expression> ofWindow(Expression.WindowFunction call) {
        List<Expression> parts = new ArrayList<>(arguments(call.getArgumentsList()));
        parts.addAll(call.getPartitionsList());
        parts.addAll(sortKeys(call.getSortsList()));
        return parts;
    }

    private static List<Expression> ofIfThen(Expression.IfThen ifThen) {
        List<Expression> parts = new ArrayList<>();
        ifThen.getIfsList().forEach(clause -> {
            parts.add(clause.getIf());
            parts.add(clause.getThen());
        });
        parts.add(ifThen.getElse());
        return parts;
    }

    private static List<Expression> ofSwitch(Expression.SwitchExpression choice) {
        List<Expression> parts = new ArrayList<>();
        parts.add(choice.getMatch());
        choice.getIfsList().forEach(clause -> parts.add(clause.getThen()));
        parts.add(choice.getElse());
        return parts;
    }

    private static List<Expression> ofNested(Expression.Nested nested) {
        List<Expression> parts = new ArrayList<>(nested.getStruct().getFieldsList());
        parts.addAll(nested.getList().getValuesList());
        nested.getMap().getKeyValuesList().forEach(entry -> {
            parts.add(entry.getKey());
            parts.add(entry.getValue());
        });
        return parts;
    }

    private static List<Expression> arguments(List<FunctionArgument> arguments) {
        return arguments.stream()
                .filter(FunctionArgument::hasValue)
                .map(FunctionArgument::getValue)
                .toList();
    }

    private static List<Expression> sortKeys(List<SortField> sorts) {
        return sorts.stream().map(SortField::getExpr).toList();
    }
}
