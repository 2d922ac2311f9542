package io.sqe.executor.lowering;

import io.sqe.executor.lowering.EngineSql.Quotient;
import io.sqe.function.EngineForm.Clauses;
import io.substrait.proto.Type;
import java.util.List;

/**
 * Writes quotients of decimals. The engine itself divides them as DOUBLE, in which 2.01 / 2 is a little less than 1.005 and so would
 * not be rounded up; what it divides by instead is exact.
 */
final class DecimalQuotients {
    private static final int DIGITS_MAX = 38;
    private static final String DIVIDE = "divide_decimals";
    private static final String MEAN = "avg";

    private final EngineResources resources;

    DecimalQuotients(EngineResources resources) {
        this.resources = resources;
    }

    /** Whether the function of that name divides decimals, with a result of that type. */
    static boolean areMeantBy(String function, Type result) {
        return result.hasDecimal() && (function.equals(DIVIDE) || function.equals(MEAN));
    }

    /** One decimal divided by another. */
    String divide(List<Value> arguments, Type result) {
        Value dividend = arguments.getFirst();
        Value divisor = arguments.getLast();
        return quotient(dividend.sql(), scale(dividend.type()), divisor.sql(), scale(divisor.type()), result);
    }

    /** The mean of a column of decimals. */
    String mean(Value column, Clauses clauses, Type result) {
        String aggregated = '(' + clauses.distinct() + column.inner() + ')' + clauses.over();
        return quotient("sum" + aggregated, scale(column.type()), "count" + aggregated, 0, result);
    }

    private String quotient(String dividend, int dividendScale, String divisor, int divisorScale, Type result) {
        var function = new Quotient(dividendScale, divisorScale, scale(result));
        resources.divides(function);
        return "CAST(%s(CAST(%s AS %s), CAST(%s AS %s)) AS %s)"
                .formatted(
                        function.name(),
                        dividend,
                        wide(dividendScale),
                        divisor,
                        wide(divisorScale),
                        EngineTypes.nameOf(result));
    }

    private static String wide(int scale) {
        return EngineTypes.nameOf(PlanTypes.decimal(DIGITS_MAX, scale));
    }

    private static int scale(Type type) {
        return type.getDecimal().getScale();
    }
}
