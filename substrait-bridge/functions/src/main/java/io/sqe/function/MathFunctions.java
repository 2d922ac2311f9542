package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import io.sqe.function.FunctionDeclaration.Stability;
import java.util.List;
import java.util.stream.Stream;

/** Functions of numbers. */
final class MathFunctions {
    static final List<FunctionDeclaration> ALL = Stream.of(
                    rounding(), powers(), angles(), special(), bits(), whole(), random())
            .flatMap(List::stream)
            .toList();

    private MathFunctions() {}

    private static List<FunctionDeclaration> rounding() {
        return List.of(
                scalar("abs").gives("$1", "number").mayFail().answers("5", "-5").says("The number without its sign."),
                scalar("sign")
                        .gives("$1", "number")
                        .cast()
                        .answers("-1", "-2.5")
                        .says("-1, 0 or 1: the sign of the number."),
                wholeAlready("ceil", "ceiling"),
                whole("ceil", "3", "up", "ceiling"),
                wholeAlready("floor"),
                whole("floor", "2", "down"),
                scalar("round")
                        .gives("$1", "number")
                        .gives("$1", "number", "integer")
                        .cast()
                        .mayFail()
                        .answers("3", "2.5")
                        .answers("2.57", "2.567", "2")
                        .says("The number rounded to so many decimal places, halves away from zero."),
                scalar("truncate", "trunc")
                        .gives("$1", "number")
                        .gives("$1", "number", "integer")
                        .duckdb("trunc")
                        .cast()
                        .answers("-2", "-2.7")
                        .answers("2.56", "2.567", "2")
                        .says("The number cut after so many decimal places."));
    }

    private static FunctionDeclaration whole(String name, String answer, String direction, String... aliases) {
        return scalar(name, aliases)
                .gives("$1", "number")
                .cast()
                .answers(answer, "2.5")
                .says("The number rounded " + direction + " to a whole one.");
    }

    /** The engine would make a floating point number of it, and lose digits. */
    private static FunctionDeclaration wholeAlready(String name, String... aliases) {
        return scalar(name, aliases)
                .own(name + "_integer")
                .gives("$1", "integral")
                .duckdb("$1")
                .answers("9007199254740993", "9007199254740993")
                .says("The number itself, which is a whole one.");
    }

    private static List<FunctionDeclaration> powers() {
        return List.of(
                ofDouble("sqrt", "3.0", "9e0", "The square root; not a number for a negative one."),
                ofDouble("cbrt", "2.0", "8e0", "The cube root."),
                ofDouble("exp", "1.0", "0e0", "The power of Euler's number."),
                ofDouble("ln", "0.0", "1e0", "The natural logarithm."),
                ofDouble("log2", "3.0", "8e0", "The logarithm to base 2."),
                ofDouble("log10", "2.0", "100e0", "The logarithm to base 10."),
                scalar("log")
                        .gives("double", "double", "double")
                        .answers("3.0", "2e0", "8e0")
                        .says("The logarithm of the second number to the base of the first."),
                scalar("power", "pow")
                        .standard("arithmetic", "power")
                        .gives("double", "double", "double")
                        .answers("8.0", "2e0", "3e0")
                        .says("The first number to the power of the second."));
    }

    private static FunctionDeclaration ofDouble(String name, String answer, String argument, String says) {
        return scalar(name).gives("double", "double").answers(answer, argument).says(says);
    }

    private static List<FunctionDeclaration> angles() {
        return List.of(
                angle("sin", "0.0"),
                angle("cos", "1.0"),
                angle("tan", "0.0"),
                angle("asin", "0.0"),
                ofDouble("acos", "0.0", "1e0", "The arc cosine, in radians."),
                angle("atan", "0.0"),
                angle("sinh", "0.0"),
                angle("cosh", "1.0"),
                angle("tanh", "0.0"),
                angle("asinh", "0.0"),
                ofDouble("acosh", "0.0", "1e0", "The inverse of cosh."),
                angle("atanh", "0.0"),
                ofDouble("cot", "0.6420926159343306", "1e0", "The cotangent of an angle in radians."),
                scalar("atan2")
                        .standard("arithmetic", "atan2")
                        .gives("double", "double", "double")
                        .answers("0.0", "0e0", "1e0")
                        .says("The angle of the point whose second coordinate is the first argument, in radians."),
                ofDouble("degrees", "180.0", "pi()", "Radians as degrees."),
                ofDouble("radians", "0.0", "0e0", "Degrees as radians."),
                scalar("pi")
                        .gives("double")
                        .answers("3.141592653589793")
                        .says("The ratio of a circle's circumference to its diameter."),
                scalar("e")
                        .gives("double")
                        .duckdb("exp(1)")
                        .answers("2.718281828459045")
                        .says("Euler's number."));
    }

    private static FunctionDeclaration angle(String name, String atZero) {
        return ofDouble(name, atZero, "0e0", "The function " + name + "; angles are in radians.");
    }

    private static List<FunctionDeclaration> special() {
        return List.of(
                scalar("nan")
                        .gives("double")
                        .duckdb("CAST('NaN' AS DOUBLE)")
                        .answers("nan")
                        .says("Not a number."),
                scalar("infinity")
                        .gives("double")
                        .duckdb("CAST('Infinity' AS DOUBLE)")
                        .answers("inf")
                        .says("Positive infinity."),
                scalar("is_nan", "isnan")
                        .gives("boolean", "double")
                        .duckdb("isnan")
                        .answers("true", "CAST('NaN' AS DOUBLE)")
                        .says("Whether the value is not a number."),
                scalar("is_infinite", "isinf")
                        .gives("boolean", "double")
                        .duckdb("isinf")
                        .answers("false", "1e0")
                        .says("Whether the number is infinite."),
                scalar("is_finite")
                        .gives("boolean", "double")
                        .duckdb("isfinite")
                        .answers("true", "1e0")
                        .says("Whether the number is finite."),
                scalar("nanvl")
                        .gives("double", "double", "double")
                        .duckdb("CASE WHEN isnan($1) THEN $2 ELSE $1 END")
                        .answers("1.0", "CAST('NaN' AS DOUBLE)", "1e0")
                        .says("The first value, or the second if the first is not a number."),
                scalar("width_bucket")
                        .gives("bigint", "double", "double", "double", "bigint")
                        .duckdb("CASE WHEN $1 < $2 THEN 0 WHEN $1 >= $3 THEN $4 + 1 "
                                + "ELSE CAST(floor(($1 - $2) / ($3 - $2) * $4) AS BIGINT) + 1 END")
                        .mayFail()
                        .answers("3", "5e0", "0e0", "10e0", "5")
                        .says(
                                "The number of the bucket that a value falls into, of so many of equal width between two bounds."));
    }

    private static List<FunctionDeclaration> bits() {
        return List.of(
                bitwise("bitwise_and", "$1 & $2", "1"),
                bitwise("bitwise_or", "$1 | $2", "7"),
                bitwise("bitwise_xor", "xor($1, $2)", "6"),
                bitwise("bitwise_left_shift", "$1 << $2", "40"),
                bitwise("bitwise_right_shift", "$1 >> $2", "0"),
                scalar("bitwise_not")
                        .gives("bigint", "bigint")
                        .duckdb("~$1")
                        .answers("-6", "5")
                        .says("The number with every bit turned."),
                scalar("bit_count")
                        .gives("bigint", "bigint")
                        .cast()
                        .answers("3", "7")
                        .says("The number of bits that are set in a 64-bit number."));
    }

    private static FunctionDeclaration bitwise(String name, String template, String ofFiveAndThree) {
        return scalar(name)
                .gives("bigint", "bigint", "bigint")
                .duckdb(template)
                .mayFail()
                .answers(ofFiveAndThree, "5", "3")
                .says("The operation " + name.substring("bitwise_".length()).replace('_', ' ')
                        + " on the bits of two numbers.");
    }

    private static List<FunctionDeclaration> whole() {
        return List.of(
                scalar("gcd")
                        .gives("bigint", "bigint", "bigint")
                        .answers("2", "4", "6")
                        .says("The greatest common divisor."),
                scalar("lcm")
                        .gives("bigint", "bigint", "bigint")
                        .mayFail()
                        .answers("12", "4", "6")
                        .says("The least common multiple."),
                scalar("factorial")
                        .gives("bigint", "bigint")
                        .duckdb("factorial(CAST($1 AS INTEGER))")
                        .cast()
                        .mayFail()
                        .answers("120", "5")
                        .says("The product of the whole numbers up to this one."),
                scalar("to_base")
                        .gives("varchar", "bigint", "integer")
                        .duckdb("lower(to_base($1, $2))")
                        .mayFail()
                        .answers("ff", "255", "16")
                        .says("The digits of a number in another base."));
    }

    private static List<FunctionDeclaration> random() {
        return List.of(
                scalar("random", "rand")
                        .gives("double")
                        .stable(Stability.NEVER)
                        .answers("true")
                        .checkedBy("$result BETWEEN 0 AND 1")
                        .says("A random number from 0 up to, but not including, 1."),
                scalar("random", "rand")
                        .own("random_below")
                        .gives("bigint", "bigint")
                        .duckdb("CAST(floor(random() * $1) AS BIGINT)")
                        .stable(Stability.NEVER)
                        .answers("0", "1")
                        .says("A random whole number from 0 up to, but not including, this one."),
                scalar("uuid")
                        .gives("uuid")
                        .stable(Stability.NEVER)
                        .answers("true")
                        .checkedBy("$result IS NOT NULL")
                        .says("A random UUID."));
    }
}
