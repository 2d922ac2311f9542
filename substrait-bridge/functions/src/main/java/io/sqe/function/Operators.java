package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;
import java.util.stream.Stream;

/** Functions written with symbols and keywords. */
final class Operators {
    static final List<FunctionDeclaration> ALL = Stream.of(arithmetic(), decimals(), comparisons(), truth(), dates())
            .flatMap(List::stream)
            .toList();

    private Operators() {}

    private static List<FunctionDeclaration> arithmetic() {
        return List.of(
                numeric("+", "add", "$1 + $2").answers("3", "1", "2").says("The sum of two numbers."),
                numeric("-", "subtract", "$1 - $2").answers("1", "3", "2").says("The difference of two numbers."),
                numeric("*", "multiply", "$1 * $2").answers("6", "3", "2").says("The product of two numbers."),
                scalar("/")
                        .own("divide_integers")
                        .gives("common", "integral", "integral")
                        .duckdb("$1 // $2")
                        .mayFail()
                        .answers("3", "7", "2")
                        .answers("-3", "-7", "2")
                        .answers("error: Division by zero", "1", "0")
                        .says("The quotient of two integers, truncated towards zero."),
                scalar("/")
                        .standard("arithmetic", "divide")
                        .gives("real", "real", "real")
                        .gives("double", "double", "double")
                        .duckdb("$1 / $2")
                        .answers("3.5", "7e0", "2e0")
                        .answers("inf", "7e0", "0e0")
                        .says("The quotient of two floating point numbers."),
                scalar("%", "mod")
                        .standard("arithmetic", "modulus")
                        .gives("common", "integral", "integral")
                        .duckdb("$1 % $2")
                        .mayFail()
                        .answers("1", "7", "2")
                        .answers("-1", "-7", "2")
                        .answers("error: Division by zero", "1", "0")
                        .says("What is left of a division; it has the sign of the dividend."),
                scalar("%", "mod")
                        .own("modulus_floating")
                        .gives("double", "double", "double")
                        .duckdb("$1 % $2")
                        .answers("0.5", "2.5e0", "1e0")
                        .says("What is left of a division of floating point numbers."),
                scalar("negate")
                        .gives("$1", "number")
                        .duckdb("-$1")
                        .mayFail()
                        .answers("-1", "1")
                        .says("The number with its sign turned; written as a minus sign before it."));
    }

    private static Declaring numeric(String symbol, String substrait, String template) {
        return scalar(symbol)
                .standard("arithmetic", substrait)
                .gives("common", "integral", "integral")
                .gives("real", "real", "real")
                .gives("double", "double", "double")
                .duckdb(template)
                .mayFail();
    }

    private static List<FunctionDeclaration> decimals() {
        return List.of(
                decimal("+", "add", "$1 + $2").answers("3.75", "1.25", "2.50").says("The sum of two decimals."),
                decimal("-", "subtract", "$1 - $2")
                        .answers("1.25", "2.50", "1.25")
                        .says("The difference of two decimals."),
                decimal("*", "multiply", "$1 * $2")
                        .answers("3.1250", "2.50", "1.25")
                        .says("The product of two decimals."),
                scalar("/")
                        .own("divide_decimals")
                        .gives("decimal(p,s)", "decimal(p,s)", "decimal(p,s)")
                        .duckdbQuotient("$1", "$2")
                        .mayFail()
                        .answers("2.5", "5.00", "2.0")
                        .answers("NULL", "CAST(NULL AS DECIMAL(5, 2))", "0.0")
                        .says("The quotient of two decimals, rounded to the scale of its type."),
                decimal("%", "modulus", "$1 % $2")
                        .answers("0.50", "2.50", "1.00")
                        .says("What is left of a division of decimals."));
    }

    private static Declaring decimal(String symbol, String substrait, String template) {
        return scalar(symbol)
                .standard("arithmetic_decimal", substrait)
                .gives("decimal(p,s)", "decimal(p,s)", "decimal(p,s)")
                .duckdb(template)
                .cast()
                .mayFail();
    }

    private static List<FunctionDeclaration> comparisons() {
        return List.of(
                comparison("=", "equal", "$1 = $2").answers("true", "1", "1").says("Whether two values are equal."),
                comparison("<>", "not_equal", "$1 <> $2")
                        .answers("false", "1", "1")
                        .says("Whether two values differ."),
                comparison("<", "lt", "$1 < $2").answers("true", "1", "2").says("Whether the first value is smaller."),
                comparison("<=", "lte", "$1 <= $2")
                        .answers("true", "2", "2")
                        .says("Whether the first value is not greater."),
                comparison(">", "gt", "$1 > $2").answers("false", "1", "2").says("Whether the first value is greater."),
                comparison(">=", "gte", "$1 >= $2")
                        .answers("false", "1", "2")
                        .says("Whether the first value is not smaller."),
                comparison("is distinct from", "is_distinct_from", "$1 IS DISTINCT FROM $2")
                        .answers("true", "1", "NULL")
                        .says("Whether two values differ, where null equals null."),
                comparison("is not distinct from", "is_not_distinct_from", "$1 IS NOT DISTINCT FROM $2")
                        .answers("false", "1", "NULL")
                        .says("Whether two values are equal, where null equals null."),
                scalar("is null")
                        .standard("comparison", "is_null")
                        .gives("boolean", "any")
                        .duckdb("$1 IS NULL")
                        .answers("true", "NULL")
                        .says("Whether the value is null."),
                scalar("is not null")
                        .standard("comparison", "is_not_null")
                        .gives("boolean", "any")
                        .duckdb("$1 IS NOT NULL")
                        .answers("false", "NULL")
                        .says("Whether the value is not null."));
    }

    private static Declaring comparison(String symbol, String substrait, String template) {
        return scalar(symbol)
                .standard("comparison", substrait)
                .gives("boolean", "T", "T")
                .duckdb(template);
    }

    private static List<FunctionDeclaration> truth() {
        return List.of(
                scalar("and")
                        .standard("boolean", "and")
                        .givesOfMany("boolean", "boolean")
                        .duckdb("$1 AND $2")
                        .answers("false", "true", "false")
                        .says("Whether all conditions hold."),
                scalar("or")
                        .standard("boolean", "or")
                        .givesOfMany("boolean", "boolean")
                        .duckdb("$1 OR $2")
                        .answers("true", "true", "false")
                        .says("Whether any condition holds."),
                scalar("not")
                        .standard("boolean", "not")
                        .gives("boolean", "boolean")
                        .duckdb("NOT $1")
                        .answers("false", "true")
                        .says("Whether the condition does not hold."),
                test("is true", "is_true", "$1 IS TRUE")
                        .answers("false", "NULL")
                        .says("Whether the condition holds; false for null."),
                test("is not true", "is_not_true", "$1 IS NOT TRUE")
                        .answers("true", "NULL")
                        .says("Whether the condition is false or null."),
                test("is false", "is_false", "$1 IS FALSE")
                        .answers("false", "NULL")
                        .says("Whether the condition is false; false for null."),
                test("is not false", "is_not_false", "$1 IS NOT FALSE")
                        .answers("true", "NULL")
                        .says("Whether the condition is true or null."));
    }

    private static Declaring test(String words, String substrait, String template) {
        return scalar(words)
                .standard("comparison", substrait)
                .gives("boolean", "boolean")
                .duckdb(template);
    }

    private static List<FunctionDeclaration> dates() {
        return List.of(
                scalar("+")
                        .own("add_interval")
                        .gives("$1", "datetime", "interval")
                        .duckdb("$1 + $2")
                        .cast()
                        .mayFail()
                        .answers("2026-12-01 00:00:00", "DATE '2026-11-21'", "INTERVAL 10 DAY")
                        .says("A date or time, later by an interval."),
                scalar("-")
                        .own("subtract_interval")
                        .gives("$1", "datetime", "interval")
                        .duckdb("$1 - $2")
                        .cast()
                        .mayFail()
                        .answers("2026-11-11 00:00:00", "DATE '2026-11-21'", "INTERVAL 10 DAY")
                        .says("A date or time, earlier by an interval."),
                scalar("-")
                        .own("subtract_datetimes")
                        .gives("interval", "datetime", "datetime")
                        .duckdb("CAST($1 AS TIMESTAMP) - CAST($2 AS TIMESTAMP)")
                        .mayFail()
                        .answers("10 days", "DATE '2026-11-21'", "DATE '2026-11-11'")
                        .says("The interval from the second date or time to the first."),
                scalar("+")
                        .own("add_intervals")
                        .gives("interval", "interval", "interval")
                        .duckdb("$1 + $2")
                        .mayFail()
                        .answers("3 days", "INTERVAL 1 DAY", "INTERVAL 2 DAY")
                        .says("The sum of two intervals."),
                scalar("*")
                        .own("multiply_interval")
                        .gives("interval", "integral", "interval")
                        .gives("interval", "interval", "integral")
                        .duckdb("$1 * $2")
                        .mayFail()
                        .answers("6 days", "3", "INTERVAL 2 DAY")
                        .says("An interval, so many times."));
    }
}
