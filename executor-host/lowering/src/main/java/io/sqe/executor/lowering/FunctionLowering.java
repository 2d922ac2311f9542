package io.sqe.executor.lowering;

import io.sqe.executor.lowering.Value.Shape;
import io.sqe.executor.lowering.Value.Trait;
import io.sqe.function.EngineForm;
import io.sqe.function.EngineForm.Clauses;
import io.sqe.function.EngineForm.Quotient;
import io.sqe.function.EngineForm.Template;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.FunctionDeclaration.Leakage;
import io.sqe.function.FunctionDeclaration.Stability;
import io.substrait.proto.AggregateFunction;
import io.substrait.proto.AggregateFunction.AggregationInvocation;
import io.substrait.proto.Expression;
import io.substrait.proto.Expression.ScalarFunction;
import io.substrait.proto.Expression.WindowFunction;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.SortField;
import io.substrait.proto.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes calls, by the engine form that the function catalogue has for them. */
final class FunctionLowering {
    private static final String BOOLEAN_URN = "extension:io.substrait:functions_boolean";
    private static final Pattern CALL = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\([^()]*\\)");
    private static final Pattern ENUM = Pattern.compile("[A-Za-z_0-9]+");

    private final PlanFunctions functions;
    private final ExpressionLowering expressions;
    private final DecimalQuotients quotients;

    FunctionLowering(PlanFunctions functions, ExpressionLowering expressions, DecimalQuotients quotients) {
        this.functions = functions;
        this.expressions = expressions;
        this.quotients = quotients;
    }

    boolean isAnd(ScalarFunction call) {
        return isBoolean(call, "and");
    }

    Value scalar(ScalarFunction call, Scope scope) {
        if (isBoolean(call, "and") || isBoolean(call, "or")) {
            return connected(call, scope);
        }
        if (call.getOptionsCount() > 0) {
            FunctionOptions.refuseUnknown(call.getOptionsList());
        }
        FunctionDeclaration function = functions.declaration(call.getFunctionReference());
        Type type = call.getOutputType();
        List<Value> given = arguments(function, call.getArgumentsList(), scope);
        return switch (function.duckdb()) {
            case Quotient quotient -> traced(function, quotients.of(quotient, given, Clauses.NONE, type, given));
            case Template template -> scalar(function, template, given, type);
        };
    }

    private static Value scalar(FunctionDeclaration function, Template form, List<Value> given, Type type) {
        int digits = NarrowDecimals.digits(function.substrait().name(), given, type);
        boolean isLeftNarrow = digits > 0 && NarrowDecimals.isWide(type);
        List<Value> arguments = digits > 0
                ? given
                : NarrowDecimals.withRoom(function.substrait().name(), given, type);
        String sql = form.apply(texts(arguments));
        Value value = isLeftNarrow ? Value.operation(sql, type, arguments) : typed(form, sql, type, arguments);
        return traced(function, value).ofDigits(digits);
    }

    private Value connected(ScalarFunction call, Scope scope) {
        List<Value> arguments = plainArguments(call.getArgumentsList(), scope);
        if (arguments.size() == 1) {
            return arguments.getFirst();
        }
        String word = isAnd(call) ? " AND " : " OR ";
        String sql = arguments.stream().map(Value::inner).collect(Collectors.joining(word));
        return Value.operation(sql, PlanTypes.BOOLEAN, arguments);
    }

    private boolean isBoolean(ScalarFunction call, String name) {
        var function = functions.name(call.getFunctionReference());
        return function.name().equals(name) && function.urn().equals(BOOLEAN_URN);
    }

    /** An aggregate in SELECT or HAVING. */
    Value aggregate(AggregateFunction call, Optional<Value> filter, Scope scope) {
        FunctionDeclaration function = functions.declaration(call.getFunctionReference());
        List<Value> arguments = arguments(function, call.getArgumentsList(), scope);
        List<String> conditions = new ArrayList<>();
        filter.ifPresent(condition -> conditions.add(condition.inner()));
        if (FunctionOptions.ignoresNulls(call.getOptionsList()) && !arguments.isEmpty()) {
            conditions.add(arguments.getFirst().inner() + " IS NOT NULL");
        }
        String over = conditions.isEmpty() ? "" : " FILTER (WHERE " + String.join(" AND ", conditions) + ')';
        var clauses = new Clauses(distinct(call.getInvocation()), order(call.getSortsList(), scope), over);
        List<Value> used = new ArrayList<>(arguments);
        filter.ifPresent(used::add);
        return claused(function, call.getOutputType(), arguments, clauses, used).with(Trait.AGGREGATE);
    }

    Value window(WindowFunction call, Scope scope) {
        FunctionOptions.refuseUnknownOfWindow(call.getOptionsList());
        scope.enterWindow();
        FunctionDeclaration function = functions.declaration(call.getFunctionReference());
        List<Value> arguments = arguments(function, call.getArgumentsList(), scope);
        List<Value> partitions = expressions.lowerAll(call.getPartitionsList(), scope);
        var frame = WindowFrames.of(call, function.name());
        var window = new ArrayList<String>();
        if (!partitions.isEmpty()) {
            window.add("PARTITION BY " + NestedValues.commaSeparated(partitions));
        }
        if (call.getSortsCount() > 0) {
            window.add("ORDER BY " + sortKeys(call.getSortsList(), scope));
        }
        frame.ifPresent(window::add);
        scope.leaveWindow();
        var clauses = new Clauses(
                distinct(call.getInvocation()),
                FunctionOptions.nullTreatment(call.getOptionsList()),
                " OVER (" + String.join(" ", window) + ')');
        List<Value> used = new ArrayList<>(arguments);
        used.addAll(partitions);
        return claused(function, call.getOutputType(), arguments, clauses, used).with(Trait.WINDOW);
    }

    /** A call of an aggregate or window function, made of these values. */
    private Value claused(
            FunctionDeclaration function, Type type, List<Value> arguments, Clauses clauses, List<Value> used) {
        Value call = switch (function.duckdb()) {
            case Quotient quotient -> quotients.of(quotient, arguments, clauses, type, used);
            case Template template -> typed(template, template.apply(texts(arguments), clauses), type, used);
        };
        return traced(function, call);
    }

    /** The call with a cast around it if the engine has another type for it than the plan. */
    private static Value typed(Template form, String sql, Type type, List<Value> arguments) {
        boolean isCast = form.typing() == EngineForm.Typing.CAST;
        boolean isClosed =
                isCast || CALL.matcher(form.template().replace("$over", "")).matches();
        String text = isCast ? "CAST(" + sql + " AS " + EngineTypes.nameOf(type) + ')' : sql;
        return new Value(text, isClosed ? Shape.CALL : Shape.OPERATION, Value.traitsOf(arguments), type);
    }

    private static Value traced(FunctionDeclaration function, Value value) {
        Value failing = function.leakage() == Leakage.MAY_FAIL ? value.with(Trait.MAY_FAIL) : value;
        return function.stability() == Stability.NEVER ? failing.with(Trait.VOLATILE) : failing;
    }

    private List<Value> arguments(FunctionDeclaration function, List<FunctionArgument> arguments, Scope scope) {
        List<Value> values = plainArguments(arguments, scope);
        return NarrowDecimals.areTakenBy(function.substrait().name())
                ? values
                : values.stream().map(NarrowDecimals::widened).toList();
    }

    private List<Value> plainArguments(List<FunctionArgument> arguments, Scope scope) {
        List<Value> values = new ArrayList<>(arguments.size());
        for (FunctionArgument argument : arguments) {
            values.add(
                    switch (argument.getArgTypeCase()) {
                        case VALUE -> expressions.lower(argument.getValue(), scope);
                        case ENUM -> word(argument.getEnum());
                        case TYPE -> Value.literal(EngineTypes.nameOf(argument.getType()), argument.getType());
                        case ARGTYPE_NOT_SET -> throw new LoweringException.Malformed("an argument has no value");
                    });
        }
        return values;
    }

    private static Value word(String word) {
        if (!ENUM.matcher(word).matches()) {
            throw new LoweringException.Malformed("an enumeration's value is not a word");
        }
        return Value.literal(word.toLowerCase(Locale.ROOT), PlanTypes.STRING);
    }

    private static List<String> texts(List<Value> arguments) {
        return arguments.stream().map(Value::inner).toList();
    }

    private static String distinct(AggregationInvocation invocation) {
        return invocation == AggregationInvocation.AGGREGATION_INVOCATION_DISTINCT ? "DISTINCT " : "";
    }

    private String order(List<SortField> sorts, Scope scope) {
        return sorts.isEmpty() ? "" : " ORDER BY " + sortKeys(sorts, scope);
    }

    String sortKeys(List<SortField> sorts, Scope scope) {
        return sorts.stream().map(sort -> sortKey(sort, scope)).collect(Collectors.joining(", "));
    }

    private String sortKey(SortField sort, Scope scope) {
        Expression expression = sort.getExpr();
        Value key = expressions.lower(expression, scope);
        // A bare number would mean the column of that number.
        String text = key.shape() == Shape.LITERAL ? Casts.exact(key).sql() : key.inner();
        return text + direction(sort);
    }

    private static String direction(SortField sort) {
        return switch (sort.getDirection()) {
            case SORT_DIRECTION_ASC_NULLS_FIRST -> " ASC NULLS FIRST";
            case SORT_DIRECTION_ASC_NULLS_LAST -> " ASC NULLS LAST";
            case SORT_DIRECTION_DESC_NULLS_FIRST -> " DESC NULLS FIRST";
            case SORT_DIRECTION_DESC_NULLS_LAST -> " DESC NULLS LAST";
            case SORT_DIRECTION_CLUSTERED -> "";
            case SORT_DIRECTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new LoweringException.Unsupported("a sort without a direction");
        };
    }
}
