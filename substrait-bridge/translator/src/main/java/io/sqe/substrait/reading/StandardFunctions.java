package io.sqe.substrait.reading;

import static java.util.Map.entry;

import io.sqe.function.FunctionCatalogue;
import io.sqe.function.FunctionDeclaration;
import io.sqe.function.SubstraitName;
import io.sqe.planner.function.FunctionOperators;
import io.sqe.planner.statement.PlannerException;
import io.sqe.planner.statement.TextSpan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Which functions of Substrait's are functions of the catalogue. What is in no list here is not known. */
final class StandardFunctions {
    private static final Set<String> EXTENSIONS = Stream.of(
                    "aggregate_approx",
                    "aggregate_generic",
                    "aggregate_decimal_output",
                    "arithmetic",
                    "arithmetic_decimal",
                    "boolean",
                    "comparison",
                    "datetime",
                    "logarithmic",
                    "rounding",
                    "rounding_decimal",
                    "string")
            .map(name -> SubstraitName.standard(name, "").urn())
            .collect(Collectors.toUnmodifiableSet());

    /** Those that SQL writes with symbols and words between their arguments. */
    private static final Map<String, SqlOperator> OPERATORS = Map.ofEntries(
            entry("add", SqlStdOperatorTable.PLUS),
            entry("subtract", SqlStdOperatorTable.MINUS),
            entry("multiply", SqlStdOperatorTable.MULTIPLY),
            entry("divide", SqlStdOperatorTable.DIVIDE),
            entry("modulus", SqlStdOperatorTable.MOD),
            entry("negate", SqlStdOperatorTable.UNARY_MINUS),
            entry("equal", SqlStdOperatorTable.EQUALS),
            entry("not_equal", SqlStdOperatorTable.NOT_EQUALS),
            entry("lt", SqlStdOperatorTable.LESS_THAN),
            entry("lte", SqlStdOperatorTable.LESS_THAN_OR_EQUAL),
            entry("gt", SqlStdOperatorTable.GREATER_THAN),
            entry("gte", SqlStdOperatorTable.GREATER_THAN_OR_EQUAL),
            entry("is_distinct_from", SqlStdOperatorTable.IS_DISTINCT_FROM),
            entry("is_not_distinct_from", SqlStdOperatorTable.IS_NOT_DISTINCT_FROM),
            entry("is_null", SqlStdOperatorTable.IS_NULL),
            entry("is_not_null", SqlStdOperatorTable.IS_NOT_NULL),
            entry("is_true", SqlStdOperatorTable.IS_TRUE),
            entry("is_not_true", SqlStdOperatorTable.IS_NOT_TRUE),
            entry("is_false", SqlStdOperatorTable.IS_FALSE),
            entry("is_not_false", SqlStdOperatorTable.IS_NOT_FALSE),
            entry("and", SqlStdOperatorTable.AND),
            entry("or", SqlStdOperatorTable.OR),
            entry("not", SqlStdOperatorTable.NOT),
            entry("concat", SqlStdOperatorTable.CONCAT),
            entry("like", SqlStdOperatorTable.LIKE),
            entry("coalesce", SqlStdOperatorTable.COALESCE));

    /** Those that SQL calls, by the name it has for them. */
    private static final Map<String, String> CALLS = Stream.concat(
                    Stream.of(
                                    // Called the same, and meaning the same.
                                    "abs",
                                    "sqrt",
                                    "exp",
                                    "power",
                                    "sin",
                                    "cos",
                                    "tan",
                                    "asin",
                                    "acos",
                                    "atan",
                                    "atan2",
                                    "sign",
                                    "ln",
                                    "log10",
                                    "log2",
                                    "ceil",
                                    "floor",
                                    "round",
                                    "nullif",
                                    "greatest",
                                    "least",
                                    "starts_with",
                                    "substring",
                                    "upper",
                                    "lower",
                                    "trim",
                                    "ltrim",
                                    "rtrim",
                                    "reverse",
                                    "replace",
                                    "strpos",
                                    "lpad",
                                    "rpad",
                                    "repeat",
                                    "octet_length",
                                    "sum",
                                    "avg",
                                    "min",
                                    "max",
                                    "count",
                                    "any_value",
                                    "median",
                                    "corr",
                                    "bool_and",
                                    "bool_or",
                                    "string_agg",
                                    "row_number",
                                    "rank",
                                    "dense_rank",
                                    "percent_rank",
                                    "cume_dist",
                                    "ntile",
                                    "lag",
                                    "lead",
                                    "first_value",
                                    "last_value",
                                    "nth_value",
                                    "approx_count_distinct")
                            .map(name -> entry(name, name)),
                    Stream.of(entry("char_length", "length")))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private StandardFunctions() {}

    /** Whether it is one of Substrait's own, of that name. */
    static boolean is(SubstraitName name, String wanted) {
        return EXTENSIONS.contains(name.urn()) && name.name().equals(wanted);
    }

    /** @throws PlannerException.UnknownFunction if it is nothing that the catalogue has */
    static SqlOperator operator(SubstraitName name) {
        Optional<SqlOperator> operator = EXTENSIONS.contains(name.urn()) ? standard(name.name()) : own(name);
        return operator.orElseThrow(() -> unknown(name));
    }

    private static Optional<SqlOperator> standard(String name) {
        return Optional.ofNullable(OPERATORS.get(name))
                .or(() -> Optional.ofNullable(CALLS.get(name)).flatMap(FunctionOperators.standard()::called));
    }

    private static Optional<SqlOperator> own(SubstraitName name) {
        return FunctionCatalogue.standard()
                .find(name)
                .filter(function -> !FunctionDeclaration.isOperator(function.name()))
                .flatMap(function -> FunctionOperators.standard().called(function.name()));
    }

    static PlannerException unknown(SubstraitName name) {
        String where = name.urn().isEmpty() ? "" : " of " + name.urn();
        return new PlannerException.UnknownFunction(name.name() + where, Optional.empty(), TextSpan.START);
    }
}
