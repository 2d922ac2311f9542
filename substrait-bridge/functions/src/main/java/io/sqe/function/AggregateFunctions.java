package io.sqe.function;

import static io.sqe.function.Declaring.aggregate;

import java.util.List;

/** Functions of many rows. */
final class AggregateFunctions {
    private static final List<String> ONE_TO_THREE = List.of("1", "2", "3");

    static final List<FunctionDeclaration> ALL = List.of(
            aggregate("count")
                    .standard("aggregate_generic", "count")
                    .gives("bigint")
                    .gives("bigint", "any")
                    .duckdb("count($distinct$*)$over")
                    .answersOver(ONE_TO_THREE, "3")
                    .answersOver(List.of("1", "NULL"), "1", "x")
                    .says("The number of rows, or of values that are not null."),
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
                    .own("avg")
                    .gives("double", "integral")
                    .gives("real", "real")
                    .gives("double", "double")
                    .gives("decimal(p,s)", "decimal(p,s)")
                    .cast()
                    .mayFail()
                    .answersOver(ONE_TO_THREE, "2.0", "x")
                    .says("The mean of numbers."),
            aggregate("min")
                    .own("min")
                    .gives("$1", "any")
                    .answersOver(ONE_TO_THREE, "1", "x")
                    .says("The smallest value."),
            aggregate("max")
                    .own("max")
                    .gives("$1", "any")
                    .answersOver(ONE_TO_THREE, "3", "x")
                    .says("The greatest value."),
            statistic("stddev_samp", "1.0", "The sample standard deviation.", "stddev"),
            statistic("stddev_pop", "0.816496580927726", "The standard deviation of a whole population."),
            statistic("var_samp", "1.0", "The sample variance.", "variance"),
            statistic("var_pop", "0.6666666666666666", "The variance of a whole population."),
            aggregate("grouping")
                    .gives("bigint", "any")
                    .givesOfMany("bigint", "any")
                    .duckdb("grouping($*)")
                    .answersOver(List.of("1"), "0", "x")
                    .says("A bit for each argument, the last the lowest: 1 if the row's grouping set lacks it."));

    private AggregateFunctions() {}

    private static FunctionDeclaration statistic(String name, String answer, String says, String... aliases) {
        return aggregate(name, aliases)
                .gives("double", "double")
                .answersOver(ONE_TO_THREE, answer, "x")
                .says(says);
    }
}
