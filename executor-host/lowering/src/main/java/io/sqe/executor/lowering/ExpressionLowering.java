package io.sqe.executor.lowering;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.FieldReference;
import io.substrait.proto.Expression.IfThen;
import io.substrait.proto.Expression.MultiOrList;
import io.substrait.proto.Expression.Nested;
import io.substrait.proto.Expression.ReferenceSegment;
import io.substrait.proto.Expression.SingularOrList;
import io.substrait.proto.Expression.SwitchExpression;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions. Recursive: its caller sees to a stack that is deep enough. */
final class ExpressionLowering {
    private final FunctionLowering functions;
    private final SubqueryLowering subqueries;

    ExpressionLowering(PlanFunctions functions, RelationLowering relations, EngineResources resources) {
        this.functions = new FunctionLowering(functions, this, new DecimalQuotients(resources));
        this.subqueries = new SubqueryLowering(this, relations);
    }

    FunctionLowering functions() {
        return functions;
    }

    Value lower(Expression expression, Scope scope) {
        return switch (expression.getRexTypeCase()) {
            case LITERAL -> Literals.lower(expression.getLiteral());
            case SELECTION -> reference(expression.getSelection(), scope);
            case SCALAR_FUNCTION -> functions.scalar(expression.getScalarFunction(), scope);
            case WINDOW_FUNCTION -> functions.window(expression.getWindowFunction(), scope);
            case IF_THEN -> ifThen(expression.getIfThen(), scope);
            case SWITCH_EXPRESSION -> switchOver(expression.getSwitchExpression(), scope);
            case SINGULAR_OR_LIST -> inList(expression.getSingularOrList(), scope);
            case MULTI_OR_LIST -> inRows(expression.getMultiOrList(), scope);
            case CAST ->
                Casts.lower(
                        lower(expression.getCast().getInput(), scope),
                        expression.getCast().getType(),
                        expression.getCast().getFailureBehavior());
            case SUBQUERY -> subqueries.lower(expression.getSubquery(), scope);
            case NESTED -> nested(expression.getNested(), scope);
            default -> throw new LoweringException.Unsupported("an expression of kind " + expression.getRexTypeCase());
        };
    }

    List<Value> lowerAll(List<Expression> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(lower(expression, scope));
        }
        return values;
    }

    /** The conditions that must all hold, each by itself. */
    List<Value> conjuncts(Expression condition, Scope scope) {
        List<Value> conjuncts = new ArrayList<>();
        collectConjuncts(condition, scope, conjuncts);
        return conjuncts;
    }

    private void collectConjuncts(Expression condition, Scope scope, List<Value> conjuncts) {
        if (condition.hasScalarFunction() && functions.isAnd(condition.getScalarFunction())) {
            for (var argument : condition.getScalarFunction().getArgumentsList()) {
                collectConjuncts(argument.getValue(), scope, conjuncts);
            }
            return;
        }
        if (condition.hasLiteral() && condition.getLiteral().getBoolean()) {
            return;
        }
        conjuncts.add(lower(condition, scope));
    }

    private Value reference(FieldReference reference, Scope scope) {
        if (!reference.hasDirectReference()) {
            throw new LoweringException.Unsupported("a masked field reference");
        }
        ReferenceSegment segment = reference.getDirectReference();
        return switch (reference.getRootTypeCase()) {
            case ROOT_REFERENCE -> {
                var field = segment.getStructField();
                yield descend(scope.column(field.getField()), field.getChild());
            }
            case OUTER_REFERENCE -> {
                var field = segment.getStructField();
                int stepsOut = reference.getOuterReference().getStepsOut();
                yield descend(scope.outerColumn(stepsOut, field.getField()), field.getChild());
            }
            case EXPRESSION -> descend(lower(reference.getExpression(), scope), segment);
            default -> throw new LoweringException.Unsupported("a field reference into " + reference.getRootTypeCase());
        };
    }

    private static Value descend(Value start, ReferenceSegment path) {
        Value value = start;
        ReferenceSegment segment = path;
        while (segment.getReferenceTypeCase() != ReferenceSegment.ReferenceTypeCase.REFERENCETYPE_NOT_SET) {
            Type type = value.type();
            switch (segment.getReferenceTypeCase()) {
                case STRUCT_FIELD -> {
                    int field = segment.getStructField().getField();
                    Type fieldType = type.getStruct().getTypes(field);
                    value = extract("struct_extract_at", value, Integer.toString(field + 1), fieldType);
                    segment = segment.getStructField().getChild();
                }
                case LIST_ELEMENT -> {
                    int position = segment.getListElement().getOffset() + 1;
                    value = extract(
                            "list_extract",
                            value,
                            Integer.toString(position),
                            type.getList().getType());
                    segment = segment.getListElement().getChild();
                }
                default -> {
                    String key = Literals.lower(segment.getMapKey().getMapKey()).sql();
                    value = extract(
                            "map_extract_value", value, key, type.getMap().getValue());
                    segment = segment.getMapKey().getChild();
                }
            }
        }
        return value;
    }

    private static Value extract(String function, Value from, String what, Type type) {
        return Value.call(function + '(' + from.sql() + ", " + what + ')', type, List.of(from));
    }

    private Value ifThen(IfThen ifThen, Scope scope) {
        List<Value> parts = new ArrayList<>();
        var sql = new StringBuilder("CASE");
        for (IfThen.IfClause clause : ifThen.getIfsList()) {
            Value condition = lower(clause.getIf(), scope);
            Value result = NarrowDecimals.widened(lower(clause.getThen(), scope));
            sql.append(" WHEN ").append(condition.sql()).append(" THEN ").append(result.sql());
            parts.add(result);
            parts.add(condition);
        }
        return finishCase(sql, ifThen.hasElse(), ifThen.getElse(), parts, scope);
    }

    private Value switchOver(SwitchExpression choice, Scope scope) {
        Value match = lower(choice.getMatch(), scope);
        List<Value> parts = new ArrayList<>();
        var sql = new StringBuilder("CASE ").append(match.inner());
        for (SwitchExpression.IfValue clause : choice.getIfsList()) {
            Value result = NarrowDecimals.widened(lower(clause.getThen(), scope));
            sql.append(" WHEN ")
                    .append(Literals.lower(clause.getIf()).inner())
                    .append(" THEN ")
                    .append(result.sql());
            parts.add(result);
        }
        parts.add(match);
        return finishCase(sql, choice.hasElse(), choice.getElse(), parts, scope);
    }

    private Value finishCase(
            StringBuilder sql, boolean hasOtherwise, Expression otherwise, List<Value> parts, Scope scope) {
        if (parts.isEmpty()) {
            throw new LoweringException.Malformed("a conditional has no condition");
        }
        if (hasOtherwise) {
            Value result = NarrowDecimals.widened(lower(otherwise, scope));
            sql.append(" ELSE ").append(result.sql());
            parts.add(result);
        }
        return Value.call(sql.append(" END").toString(), parts.getFirst().type(), parts);
    }

    private Value inList(SingularOrList list, Scope scope) {
        Value needle = lower(list.getValue(), scope);
        List<Value> parts = new ArrayList<>();
        parts.add(needle);
        List<String> options = new ArrayList<>();
        for (Expression option : list.getOptionsList()) {
            Value value = lower(option, scope);
            options.add(InListConstants.text(option, value));
            parts.add(value);
        }
        return Value.operation(needle.inner() + " IN (" + String.join(", ", options) + ')', PlanTypes.BOOLEAN, parts);
    }

    private Value inRows(MultiOrList list, Scope scope) {
        List<Value> parts = new ArrayList<>(lowerAll(list.getValueList(), scope));
        String needles = NestedValues.commaSeparated(parts);
        List<String> rows = new ArrayList<>();
        for (var option : list.getOptionsList()) {
            List<Value> row = lowerAll(option.getFieldsList(), scope);
            rows.add('(' + NestedValues.commaSeparated(row) + ')');
            parts.addAll(row);
        }
        return Value.operation('(' + needles + ") IN (" + String.join(", ", rows) + ')', PlanTypes.BOOLEAN, parts);
    }

    private Value nested(Nested nested, Scope scope) {
        return switch (nested.getNestedTypeCase()) {
            case STRUCT -> NestedValues.struct(widenedAll(nested.getStruct().getFieldsList(), scope));
            case LIST -> NestedValues.list(widenedAll(nested.getList().getValuesList(), scope));
            case MAP -> {
                var entries = nested.getMap().getKeyValuesList();
                var keys = entries.stream().map(Nested.Map.KeyValue::getKey).toList();
                var values = entries.stream().map(Nested.Map.KeyValue::getValue).toList();
                yield NestedValues.map(widenedAll(keys, scope), widenedAll(values, scope));
            }
            case NESTEDTYPE_NOT_SET -> throw new LoweringException.Malformed("a nested value has no kind");
        };
    }

    /** For places where the engine's type shows. */
    List<Value> widenedAll(List<Expression> expressions, Scope scope) {
        return lowerAll(expressions, scope).stream()
                .map(NarrowDecimals::widened)
                .toList();
    }
}
