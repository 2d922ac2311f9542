package io.sqe.planner.function;

import static java.util.Map.entry;
import static org.apache.calcite.sql.fun.SqlStdOperatorTable.*;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Calcite's own operators that the validator keeps: those with a syntax of their own, and those it treats specially. Each but a few
 * means a declared function.
 */
final class StandardOperators {
    /** Functions that the parser, validator or converter know by identity, and that have no declaration by the same name. */
    private static final Set<SqlOperator> KEPT = Set.of(
            CAST,
            EXTRACT,
            TRIM,
            POSITION,
            OVERLAY,
            FLOOR,
            CEIL,
            CURRENT_DATE,
            CURRENT_TIME,
            CURRENT_TIMESTAMP,
            LOCALTIME,
            LOCALTIMESTAMP,
            COALESCE,
            NULLIF,
            CARDINALITY,
            DESCRIPTOR);

    /** What Calcite's operators are called in the function catalogue. */
    private static final Map<SqlOperator, String> DECLARED_NAMES = Map.ofEntries(
            entry(PLUS, "+"),
            entry(MINUS, "-"),
            entry(MULTIPLY, "*"),
            entry(DIVIDE, "/"),
            entry(PERCENT_REMAINDER, "%"),
            entry(MOD, "%"),
            entry(UNARY_MINUS, "negate"),
            entry(DATETIME_PLUS, "+"),
            entry(MINUS_DATE, "-"),
            entry(EQUALS, "="),
            entry(NOT_EQUALS, "<>"),
            entry(LESS_THAN, "<"),
            entry(LESS_THAN_OR_EQUAL, "<="),
            entry(GREATER_THAN, ">"),
            entry(GREATER_THAN_OR_EQUAL, ">="),
            entry(IS_DISTINCT_FROM, "is distinct from"),
            entry(IS_NOT_DISTINCT_FROM, "is not distinct from"),
            entry(IS_NULL, "is null"),
            entry(IS_NOT_NULL, "is not null"),
            entry(IS_UNKNOWN, "is null"),
            entry(IS_NOT_UNKNOWN, "is not null"),
            entry(IS_TRUE, "is true"),
            entry(IS_NOT_TRUE, "is not true"),
            entry(IS_FALSE, "is false"),
            entry(IS_NOT_FALSE, "is not false"),
            entry(AND, "and"),
            entry(OR, "or"),
            entry(NOT, "not"),
            entry(CONCAT, "||"),
            entry(COALESCE, "coalesce"),
            entry(NULLIF, "nullif"),
            entry(FLOOR, "floor"),
            entry(CEIL, "ceil"),
            entry(OVERLAY, "overlay"),
            entry(CARDINALITY, "cardinality"),
            entry(COUNT, "count"),
            entry(WholeSum.INSTANCE, "sum"),
            entry(WholeAverage.INSTANCE, "avg"),
            entry(MIN, "min"),
            entry(MAX, "max"),
            entry(GROUPING, "grouping"),
            entry(PERCENTILE_CONT, "percentile_cont"),
            entry(PERCENTILE_DISC, "percentile_disc"),
            entry(ROW_NUMBER, "row_number"),
            entry(RANK, "rank"),
            entry(DENSE_RANK, "dense_rank"),
            entry(PERCENT_RANK, "percent_rank"),
            entry(CUME_DIST, "cume_dist"),
            entry(NTILE, "ntile"),
            entry(LAG, "lag"),
            entry(LEAD, "lead"),
            entry(FIRST_VALUE, "first_value"),
            entry(LAST_VALUE, "last_value"),
            entry(NTH_VALUE, "nth_value"));

    /** Operators with a syntax of their own that nothing translates: unknown to the validator, so that it says where they stand. */
    private static final Set<SqlOperator> REFUSED =
            Set.of(MULTISET_VALUE, MULTISET_QUERY, CURSOR, NEXT_VALUE, CURRENT_VALUE, NEW, PROCEDURE_CALL);

    /** Operators in whose place stand our own. */
    private static final Set<SqlOperator> REPLACED = Set.of(AVG, SUM, MINUS);

    private StandardOperators() {}

    static List<SqlOperator> all() {
        Set<String> declared = Set.copyOf(DECLARED_NAMES.values());
        return Stream.concat(
                        SqlStdOperatorTable.instance().getOperatorList().stream()
                                .filter(operator -> !REPLACED.contains(operator)),
                        Stream.of(WholeAverage.INSTANCE, WholeSum.INSTANCE, WholeMinus.INSTANCE))
                .filter(operator -> !REFUSED.contains(operator))
                .filter(operator -> !(operator instanceof SqlFunction)
                        || KEPT.contains(operator)
                        || declared.contains(operator.getName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What operators are called in the function catalogue, also those that only Calcite's rewrites bring into a plan. */
    static Map<SqlOperator, String> declaredNames() {
        Map<SqlOperator, String> names = new HashMap<>(DECLARED_NAMES);
        names.put(SUM, "sum");
        names.put(LISTAGG, "listagg");
        names.put(SqlLibraryOperators.STRING_AGG, "listagg");
        names.put(SqlLibraryOperators.ARRAY_AGG, "array_agg");
        names.put(SqlLibraryOperators.TRANSLATE3, "translate");
        return names;
    }

    /** Operators of other dialects that are written with a syntax of their own, or that the grammar makes of a call by name. */
    static List<SqlOperator> ofLibraries() {
        return List.of(
                SqlLibraryOperators.INFIX_CAST,
                SqlLibraryOperators.TRY_CAST,
                SqlLibraryOperators.SAFE_CAST,
                SqlLibraryOperators.ILIKE,
                SqlLibraryOperators.NOT_ILIKE,
                SqlLibraryOperators.TRANSLATE3);
    }
}
