package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.Quotient;
import io.sqe.function.EngineForm;
import io.sqe.function.EngineForm.Clauses;
import io.substrait.proto.Type;
import java.util.List;

/**
 * Writes quotients of decimals. The engine itself divides them as DOUBLE; what it divides by instead is exact.
 */
final class DecimalQuotients {
    private static final int DIGITS_MAX = 38;

    private final EngineResources resources;

    DecimalQuotients(EngineResources resources) {
        this.resources = resources;
    }

    /** The quotient of decimals that is asked for, which has this type. */
    Value of(EngineForm.Quotient form, List<Value> arguments, Clauses clauses, Type result, List<Value> used) {
        List<String> texts = arguments.stream().map(Value::inner).toList();
        int dividendScale = scale(arguments.getFirst().type());
        // Where there is no second decimal, the first is divided by a count.
        int divisorScale = arguments.size() > 1 ? scale(arguments.getLast().type()) : 0;
        var function = new Quotient(dividendScale, divisorScale, scale(result));
        resources.divides(function);
        String call = "CAST(%s(CAST(%s AS %s), CAST(%s AS %s)) AS %s)"
                .formatted(
                        function.name(),
                        form.dividend().apply(texts, clauses),
                        wide(dividendScale),
                        form.divisor().apply(texts, clauses),
                        wide(divisorScale),
                        EngineTypes.nameOf(result));
        return Value.call(call, result, used);
    }

    private static String wide(int scale) {
        return EngineTypes.nameOf(PlanTypes.decimal(DIGITS_MAX, scale));
    }

    private static int scale(Type type) {
        return type.getDecimal().getScale();
    }
}
