package io.sqe.substrait.reading;

import static java.util.Map.entry;

import io.sqe.function.SubstraitName;
import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import io.substrait.proto.Expression;
import io.substrait.proto.FunctionArgument;
import io.substrait.proto.FunctionArgument.ArgTypeCase;
import io.substrait.proto.FunctionOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Reads calls of functions. What they give is what the same call in SQL gives, whatever type the plan expects of it. */
final class FunctionToRex {
    /** Options that ask for what is done here anyway. */
    private static final Map<String, String> KEPT = Map.of("overflow", "ERROR", "rounding", "TIE_TO_EVEN");

    /** What {@code extract} is called for each of its components. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            entry("YEAR", "year"),
            entry("ISO_YEAR", "year_of_week"),
            entry("QUARTER", "quarter"),
            entry("MONTH", "month"),
            entry("DAY", "day"),
            entry("DAY_OF_YEAR", "day_of_year"),
            entry("ISO_WEEK", "week"),
            entry("HOUR", "hour"),
            entry("MINUTE", "minute"),
            entry("SECOND", "second"));

    private final Reading reading;
    private final FunctionOperators catalogue = FunctionOperators.standard();

    FunctionToRex(Reading reading) {
        this.reading = reading;
    }

    RexNode read(Expression.ScalarFunction call) {
        SubstraitName name = reading.called().name(call.getFunctionReference());
        requireKept(call.getOptionsList(), name);
        if (StandardFunctions.is(name, "extract")) {
            return extract(call.getArgumentsList());
        }
        List<RexNode> arguments = arguments(call.getArgumentsList(), name);
        if (StandardFunctions.is(name, "between") && arguments.size() == 3) {
            return between(arguments);
        }
        return call(StandardFunctions.operator(name), arguments);
    }

    private RexNode extract(List<FunctionArgument> arguments) {
        String component = arguments.isEmpty() ? "" : arguments.getFirst().getEnum();
        List<FunctionArgument> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        boolean isIndexed = rest.size() > 1 && rest.getFirst().getEnum().equals("ONE");
        List<FunctionArgument> values = isIndexed ? rest.subList(1, rest.size()) : rest;
        String part = PARTS.get(component);
        if (part == null || values.size() != 1 || values.getFirst().getArgTypeCase() != ArgTypeCase.VALUE) {
            throw Refusals.unsupported("extract of %s in this form".formatted(component));
        }
        return call(part, List.of(reading.expression(values.getFirst().getValue())));
    }

    private RexNode between(List<RexNode> arguments) {
        RexNode value = arguments.getFirst();
        return call(
                SqlStdOperatorTable.AND,
                List.of(
                        call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, List.of(value, arguments.get(1))),
                        call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, List.of(value, arguments.get(2)))));
    }

    /** The values that a function is called with. */
    List<RexNode> arguments(List<FunctionArgument> arguments, SubstraitName name) {
        List<RexNode> values = new ArrayList<>(arguments.size());
        for (FunctionArgument argument : arguments) {
            if (argument.getArgTypeCase() != ArgTypeCase.VALUE) {
                throw Refusals.unsupported("an argument of %s that is no value".formatted(name.name()));
            }
            values.add(reading.expression(argument.getValue()));
        }
        return values;
    }

    /** Refuses options that ask for something else than is done here. */
    static void requireKept(List<FunctionOption> options, SubstraitName name) {
        for (FunctionOption option : options) {
            String kept = KEPT.get(option.getName());
            if (kept == null || !option.getPreferenceList().contains(kept)) {
                throw Refusals.unsupported("option %s of %s".formatted(option.getName(), name.name()));
            }
        }
    }

    private RexNode call(String function, List<RexNode> arguments) {
        return call(catalogue.called(function).orElseThrow(), arguments);
    }

    RexNode call(SqlOperator operator, List<RexNode> arguments) {
        requireFitting(operator, arguments);
        if (operator.equals(SqlStdOperatorTable.AND) || operator.equals(SqlStdOperatorTable.OR)) {
            return connected(operator, arguments);
        }
        return isOfTime(arguments) ? ofTime(operator, arguments) : rex().makeCall(operator, arguments);
    }

    /** SQL's own words stand between two conditions or more. */
    private RexNode connected(SqlOperator operator, List<RexNode> conditions) {
        return switch (conditions.size()) {
            case 0 -> rex().makeLiteral(operator.equals(SqlStdOperatorTable.AND));
            case 1 -> conditions.getFirst();
            default -> rex().makeCall(operator, conditions);
        };
    }

    private static boolean isOfTime(List<RexNode> arguments) {
        return arguments.size() == 2
                && SqlTypeUtil.isDatetime(arguments.getFirst().getType());
    }

    /** Calcite has operators of their own for sums and differences of times. */
    private RexNode ofTime(SqlOperator operator, List<RexNode> arguments) {
        RelDataType left = arguments.getFirst().getType();
        RelDataType right = arguments.get(1).getType();
        boolean isNullable = left.isNullable() || right.isNullable();
        return switch (operator.getKind()) {
            case PLUS -> rex().makeCall(SqlStdOperatorTable.DATETIME_PLUS, arguments);
            case MINUS -> {
                RelDataType result = SqlTypeUtil.isInterval(right)
                        ? left
                        : reading.typeFactory().createSqlIntervalType(TypeToRel.SECONDS);
                RelDataType type = reading.typeFactory().createTypeWithNullability(result, isNullable);
                yield rex().makeCall(type, SqlStdOperatorTable.MINUS_DATE, arguments);
            }
            default -> rex().makeCall(operator, arguments);
        };
    }

    private RexBuilder rex() {
        return reading.rex();
    }

    /** @throws PlannerException.InvalidArguments if the function does not take such arguments */
    void requireFitting(SqlOperator operator, List<RexNode> arguments) {
        List<RelDataType> types = arguments.stream().map(RexNode::getType).toList();
        // To the validator LIKE is more than a function, and so no function's operator.
        boolean isFitting = operator.getKind() == SqlKind.LIKE
                ? catalogue.resolve("like", types, reading.typeFactory()).isPresent()
                : catalogue.resolve(operator, types, reading.typeFactory()).isPresent();
        if (!isFitting) {
            throw new PlannerException.InvalidArguments(
                    "Function %s does not take (%s). Cast the arguments."
                            .formatted(
                                    operator.getName(),
                                    types.stream().map(RelDataType::toString).collect(Collectors.joining(", "))),
                    TextSpan.START);
        }
    }
}
