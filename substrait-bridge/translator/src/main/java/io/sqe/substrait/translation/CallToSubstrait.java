package io.sqe.substrait.translation;

import io.substrait.proto.Expression;
import io.substrait.proto.Expression.ExecutionContextVariable;
import io.substrait.proto.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;

/** Translates calls: those with a form of their own in Substrait here, all others as functions. */
final class CallToSubstrait {
    private final Translation translation;
    private final ConditionalToSubstrait conditionals;
    private final SargToSubstrait searches;
    private final ConnectiveToSubstrait connectives;

    CallToSubstrait(Translation translation) {
        this.translation = translation;
        conditionals = new ConditionalToSubstrait(translation);
        searches = new SargToSubstrait(translation);
        connectives = new ConnectiveToSubstrait(translation);
    }

    Expression translate(RexCall call) {
        return switch (call.getKind()) {
            case CASE -> conditionals.translate(call);
            case SEARCH -> searches.translate(call);
            case AND -> connectives.and(call);
            case OR -> connectives.or(call);
            case CAST -> cast(call, false);
            case SAFE_CAST -> cast(call, true);
            case ROW -> NestedValues.struct(translated(call.getOperands()));
            case ARRAY_VALUE_CONSTRUCTOR ->
                NestedValues.list(translated(call.getOperands()), translation.type(call.getType()));
            case MAP_VALUE_CONSTRUCTOR ->
                NestedValues.map(translated(call.getOperands()), translation.type(call.getType()));
            case EXTRACT -> extract(call);
            case TRIM -> trim(call);
            case POSITION -> position(call);
            case LIKE -> like(call, "like");
            case SIMILAR -> like(call, "similar to");
            case FLOOR, CEIL -> roundTime(call).orElseGet(() -> function(call));
            case ITEM -> item(call);
            case PLUS_PREFIX -> translation.expression(call.getOperands().getFirst());
            default -> otherwise(call);
        };
    }

    private List<Expression> translated(List<RexNode> operands) {
        return operands.stream().map(translation::expression).toList();
    }

    private Expression function(RexCall call) {
        return translation.functions().call(call.getOperator(), call.getOperands(), call.getType());
    }

    private Expression otherwise(RexCall call) {
        SqlOperator operator = call.getOperator();
        if (operator.equals(SqlStdOperatorTable.CURRENT_DATE)) {
            return variable(ExecutionContextVariable.newBuilder()
                    .setCurrentDate(Type.Date.newBuilder().setNullability(Type.Nullability.NULLABILITY_REQUIRED)));
        }
        if (operator.equals(SqlStdOperatorTable.CURRENT_TIMESTAMP)) {
            return variable(ExecutionContextVariable.newBuilder()
                    .setCurrentTimestamp(Type.PrecisionTimestampTZ.newBuilder()
                            .setPrecision(RelTypeToSubstrait.MICROSECONDS)
                            .setNullability(Type.Nullability.NULLABILITY_REQUIRED)));
        }
        return function(call);
    }

    private static Expression variable(ExecutionContextVariable.Builder variable) {
        return Expression.newBuilder().setExecutionContextVariable(variable).build();
    }

    private Expression cast(RexCall call, boolean nullOnFailure) {
        RexNode operand = call.getOperands().getFirst();
        Type type = nullOnFailure ? translation.types().nullable(call.getType()) : translation.type(call.getType());
        Expression input = translation.expression(operand);
        Expression converted = nullOnFailure ? Casts.tryTo(type, input) : Casts.to(type, input);
        return TextLength.isCut(operand.getType(), call.getType()) ? cut(converted, call.getType()) : converted;
    }

    /** The engine's strings have no length limit, so the cut that a cast to VARCHAR(n) makes is said. */
    private Expression cut(Expression text, RelDataType type) {
        RelDataType integer = translation.integerType();
        return translation
                .functions()
                .callTranslated(
                        "substr",
                        List.of(text, RexLiteralToSubstrait.i64(1), RexLiteralToSubstrait.i64(type.getPrecision())),
                        List.of(type, integer, integer),
                        type);
    }

    private Expression extract(RexCall call) {
        TimeUnitRange unit = flag(call, 0, TimeUnitRange.class);
        String name = switch (unit) {
            case DOW, ISODOW -> "day_of_week";
            case DOY -> "day_of_year";
            case ISOYEAR -> "year_of_week";
            default -> unit.name().toLowerCase(Locale.ROOT);
        };
        return translation.functions().call(name, List.of(call.getOperands().get(1)), call.getType());
    }

    private Expression trim(RexCall call) {
        String name = switch (flag(call, 0, SqlTrimFunction.Flag.class)) {
            case BOTH -> "trim";
            case LEADING -> "ltrim";
            case TRAILING -> "rtrim";
        };
        List<RexNode> operands = call.getOperands();
        return translation.functions().call(name, List.of(operands.get(2), operands.get(1)), call.getType());
    }

    private Expression position(RexCall call) {
        List<RexNode> operands = call.getOperands();
        if (operands.size() > 2) {
            throw new TranslationException.Unsupported("POSITION(… FROM …)");
        }
        return translation.functions().call("strpos", operands.reversed(), call.getType());
    }

    /** LIKE, ILIKE and SIMILAR TO, with or without ESCAPE. */
    private Expression like(RexCall call, String base) {
        boolean ignoresCase = call.getOperator().getName().endsWith("ILIKE");
        String name = ignoresCase ? "i" + base : base;
        boolean hasEscape = call.getOperands().size() > 2;
        return translation.functions().call(hasEscape ? name + " escape" : name, call.getOperands(), call.getType());
    }

    /** {@code FLOOR(x TO MONTH)}; empty if there is no unit. */
    private Optional<Expression> roundTime(RexCall call) {
        if (call.getOperands().size() < 2) {
            return Optional.empty();
        }
        if (call.getKind() == SqlKind.CEIL) {
            throw new TranslationException.Unsupported("CEIL(… TO …)");
        }
        RexNode time = call.getOperands().getFirst();
        String unit = flag(call, 1, TimeUnitRange.class).name().toLowerCase(Locale.ROOT);
        RelDataType text = translation.textType();
        return Optional.of(translation
                .functions()
                .callTranslated(
                        "date_trunc",
                        List.of(RexLiteralToSubstrait.string(unit), translation.expression(time)),
                        List.of(text, time.getType()),
                        call.getType()));
    }

    private Expression item(RexCall call) {
        RexNode container = call.getOperands().getFirst();
        RexNode key = call.getOperands().get(1);
        if (container.getType().isStruct()) {
            return References.field(translation.expression(container), StructFields.index(container.getType(), key));
        }
        return translation.functions().call("subscript", List.of(container, key), call.getType());
    }

    private static <E extends Enum<E>> E flag(RexCall call, int operand, Class<E> type) {
        E flag = ((RexLiteral) call.getOperands().get(operand)).getValueAs(type);
        if (flag == null) {
            throw new TranslationException.Unsupported(call.getOperator().getName() + " without a unit");
        }
        return flag;
    }
}
