package io.sqe.function;

import static io.sqe.function.Declaring.aggregate;

import java.util.List;
import java.util.stream.Stream;

/** Functions of many rows. */
final class AggregateFunctions {
    private static final List<String> ONE_TO_THREE = List.of("1", "2", "3");

    /**
     * All entries in order, of neighbours with the same key the first. Pairs of neighbours, and no look at the list from inside a lambda:
     * that would copy the list for each entry.
     */
    private static final String MAP_UNION = mapUnion();

    static final List<FunctionDeclaration> ALL = Stream.of(basic(), choosing(), statistics(), collecting(), bits())
            .flatMap(List::stream)
            .toList();

    private AggregateFunctions() {}

    private static List<FunctionDeclaration> basic() {
        return List.of(
                aggregate("count")
                        .standard("aggregate_generic", "count")
                        .gives("bigint")
                        .gives("bigint", "any")
                        .answersOver(ONE_TO_THREE, "3")
                        .answersOver(List.of("1", "NULL"), "1", "x")
                        .says("The number of rows, or of values that are not null."),
                aggregate("count_if")
                        .gives("bigint", "boolean")
                        .cast()
                        .answersOver(ONE_TO_THREE, "2", "x > 1")
                        .says("The number of rows for which a condition holds."),
                aggregate("sum")
                        .standard("arithmetic", "sum")
                        .gives("bigint", "integral")
                        .gives("real", "real")
                        .gives("double", "double")
                        .cast()
                        .mayFail()
                        .answersOver(ONE_TO_THREE, "6", "x")
                        .says("The sum of numbers."),
                aggregate("sum")
                        .standard("arithmetic_decimal", "sum")
                        .gives("decimal(38,s)", "decimal(p,s)")
                        .cast()
                        .mayFail()
                        .answersOver(List.of("1.5", "2.5"), "4.0", "x")
                        .says("The sum of decimals."),
                aggregate("avg")
                        .gives("double", "integral")
                        .gives("real", "real")
                        .gives("double", "double")
                        .cast()
                        .mayFail()
                        .answersOver(ONE_TO_THREE, "2.0", "x")
                        .says("The mean of numbers."),
                aggregate("avg")
                        .own("avg_decimals")
                        .gives("decimal(p,s)", "decimal(p,s)")
                        .duckdbQuotient("sum($distinct$1)$over", "count($distinct$1)$over")
                        .mayFail()
                        .answersOver(List.of("1.5", "2.5"), "2.0", "x")
                        .says("The mean of decimals, rounded to the scale of its type."),
                aggregate("min")
                        .gives("$1", "any")
                        .answersOver(ONE_TO_THREE, "1", "x")
                        .says("The smallest value."),
                aggregate("max")
                        .gives("$1", "any")
                        .answersOver(ONE_TO_THREE, "3", "x")
                        .says("The greatest value."),
                aggregate("grouping")
                        .gives("bigint", "any")
                        .givesOfMany("bigint", "any")
                        .duckdb("grouping($*)")
                        .answersOver(List.of("1"), "0", "x")
                        .says("A bit for each argument, the last the lowest: 1 if the row's grouping set lacks it."));
    }

    private static List<FunctionDeclaration> choosing() {
        return List.of(
                aggregate("any_value", "arbitrary")
                        .gives("$1", "any")
                        .duckdb("any_value")
                        .answersOver(List.of("NULL", "1"), "1", "x")
                        .says("Some value that is not null, if there is one."),
                aggregate("max_by")
                        .gives("$1", "any", "any")
                        .duckdb("arg_max_null")
                        .answersOver(ONE_TO_THREE, "1", "x", "-x")
                        .says("The first argument in the row where the second is greatest."),
                aggregate("min_by")
                        .gives("$1", "any", "any")
                        .duckdb("arg_min_null")
                        .answersOver(ONE_TO_THREE, "3", "x", "-x")
                        .says("The first argument in the row where the second is smallest."),
                aggregate("bool_and", "every")
                        .gives("boolean", "boolean")
                        .duckdb("bool_and")
                        .answersOver(ONE_TO_THREE, "false", "x > 1")
                        .says("Whether a condition holds for all rows."),
                aggregate("bool_or")
                        .gives("boolean", "boolean")
                        .answersOver(ONE_TO_THREE, "true", "x > 1")
                        .says("Whether a condition holds for some row."));
    }

    private static List<FunctionDeclaration> statistics() {
        return List.of(
                ofOne("stddev_samp", "1.0", "The sample standard deviation.", "stddev"),
                ofOne("stddev_pop", "0.816496580927726", "The standard deviation of a whole population."),
                ofOne("var_samp", "1.0", "The sample variance.", "variance"),
                ofOne("var_pop", "0.6666666666666666", "The variance of a whole population."),
                ofOne("skewness", "0.0", "The skewness."),
                ofOne("median", "2.0", "The middle value."),
                aggregate("geometric_mean")
                        .gives("double", "double")
                        .duckdb("geomean")
                        .answersOver(List.of("2e0", "8e0"), "4.0", "x")
                        .says("The geometric mean."),
                ofTwo("corr", "1.0", "The correlation of two numbers."),
                ofTwo("covar_samp", "1.0", "The sample covariance."),
                ofTwo("covar_pop", "0.6666666666666666", "The covariance of a whole population."),
                ofTwo(
                        "regr_slope",
                        "1.0",
                        "The slope of the line that fits best, of the first number over the second."),
                ofTwo("regr_intercept", "0.0", "Where that line meets the axis."),
                ofTwo("regr_r2", "1.0", "How well that line fits."),
                ofTwo("regr_avgx", "2.0", "The mean of the second number."),
                ofTwo("regr_avgy", "2.0", "The mean of the first number."),
                ofTwo("regr_sxx", "2.0", "The sum of squares of the second number."),
                ofTwo("regr_syy", "2.0", "The sum of squares of the first number."),
                ofTwo("regr_sxy", "2.0", "The sum of products."),
                aggregate("regr_count")
                        .gives("bigint", "double", "double")
                        .cast()
                        .answersOver(ONE_TO_THREE, "3", "x", "x")
                        .says("The number of rows where neither number is null."),
                aggregate("approx_distinct", "approx_count_distinct")
                        .gives("bigint", "any")
                        .duckdb("approx_count_distinct")
                        .answersOver(ONE_TO_THREE, "3", "x")
                        .says("About how many different values there are."),
                aggregate("approx_percentile")
                        .gives("$1", "number", "double")
                        .duckdb("approx_quantile($distinct$1, CAST($2 AS FLOAT)$order)$over")
                        .cast()
                        .mayFail()
                        .answersOver(ONE_TO_THREE, "2", "x", "0.5")
                        .says("About the value that a share of the values are not greater than."),
                percentile("percentile_cont", "2.0", "between values if need be"),
                percentile("percentile_disc", "2", "among the values"));
    }

    private static FunctionDeclaration ofOne(String name, String answer, String says, String... aliases) {
        return aggregate(name, aliases)
                .gives("double", "double")
                .answersOver(ONE_TO_THREE, answer, "CAST(x AS DOUBLE)")
                .says(says);
    }

    private static FunctionDeclaration ofTwo(String name, String answer, String says) {
        return aggregate(name)
                .gives("double", "double", "double")
                .answersOver(ONE_TO_THREE, answer, "CAST(x AS DOUBLE)", "CAST(x AS DOUBLE)")
                .says(says);
    }

    private static FunctionDeclaration percentile(String name, String answer, String where) {
        return aggregate(name)
                .gives("double", "number")
                .duckdb(name + "($1) WITHIN GROUP ($order)$over")
                .cast()
                .mayFail()
                .answersOver(ONE_TO_THREE, answer, "0.5")
                .says("The value at a share of the way through the values in order, " + where + ".");
    }

    private static List<FunctionDeclaration> collecting() {
        return List.of(
                aggregate("array_agg")
                        .gives("array(T)", "T")
                        .duckdb("list")
                        .answersOver(List.of("1", "NULL"), "[1, NULL]", "x")
                        .says("The values as an array, nulls included."),
                aggregate("listagg", "string_agg")
                        .gives("varchar", "varchar", "varchar")
                        .duckdb("string_agg")
                        .answersOver(List.of("'a'", "'b'"), "a, b", "x", "', '")
                        .says("The texts one after the other, with a text between them."),
                aggregate("listagg", "string_agg")
                        .own("listagg_joined")
                        .gives("varchar", "varchar")
                        .duckdb("string_agg($distinct$1, ''$order)$over")
                        .answersOver(List.of("'a'", "'b'"), "ab", "x")
                        .says("The texts one after the other."),
                aggregate("map_agg")
                        .gives("map(K,V)", "K", "V")
                        .duckdb("map(list($1$order)$over, list($2$order)$over)")
                        .mayFail()
                        .answersOver(List.of("1"), "{1=2}", "x", "x + 1")
                        .says("The map of keys and values; the keys must differ."),
                aggregate("map_union")
                        .gives("map(K,V)", "map(K,V)")
                        .duckdb(MAP_UNION)
                        .answersOver(List.of("1", "2"), "{1=2, 2=3}", "MAP {x: x + 1}")
                        .answersOver(List.of("1", "NULL"), "{1=2}", "CASE WHEN x = 1 THEN MAP {x: x + 1} END")
                        .answersOver(List.of("1", "1"), "{1=2}", "MAP {x: x + 1}")
                        .answersOver(List.of("NULL"), "NULL", "CASE WHEN x = 1 THEN MAP {x: x + 1} END")
                        .says("The entries of all maps; of entries with the same key, some one."),
                aggregate("histogram")
                        .gives("map(T,bigint)", "T")
                        .cast()
                        .answersOver(List.of("1", "1"), "{1=2}", "x")
                        .says("The map of values and how often each occurs."));
    }

    private static List<FunctionDeclaration> bits() {
        return List.of(
                ofBits("bitwise_and_agg", "bit_and", "0"),
                ofBits("bitwise_or_agg", "bit_or", "3"),
                ofBits("bitwise_xor_agg", "bit_xor", "0"));
    }

    private static FunctionDeclaration ofBits(String name, String alias, String answer) {
        return aggregate(name, alias)
                .gives("bigint", "bigint")
                .duckdb(alias)
                .answersOver(ONE_TO_THREE, answer, "x")
                .says("The bits of all numbers combined.");
    }

    private static String mapUnion() {
        String entries = "list_sort(flatten(list(map_entries($1))$over))";
        String pairs = "list_zip(" + entries + ", list_prepend(NULL, " + entries + "[:-2]))";
        String firsts = "list_filter(" + pairs + ", lambda pair: pair[2] IS NULL OR pair[1].key <> pair[2].key)";
        return "CASE WHEN count($1)$over > 0 THEN map_from_entries(list_transform(" + firsts
                + ", lambda pair: pair[1])) END";
    }
}
