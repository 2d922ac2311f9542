package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions of numbers. */
final class MathFunctions {
    static final List<FunctionDeclaration> ALL = List.of(
            scalar("abs")
                    .standard("arithmetic", "abs")
                    .gives("$1", "number")
                    .mayFail()
                    .answers("5", "-5")
                    .says("The number without its sign."),
            scalar("sqrt")
                    .standard("arithmetic", "sqrt")
                    .gives("double", "double")
                    .answers("3.0", "9e0")
                    .says("The square root; not a number for a negative one."),
            scalar("round")
                    .own("round")
                    .gives("$1", "number")
                    .gives("$1", "number", "integer")
                    .cast()
                    .mayFail()
                    .answers("3", "2.5")
                    .answers("2.57", "2.567", "2")
                    .says("The number rounded to so many decimal places, halves away from zero."));

    private MathFunctions() {}
}
