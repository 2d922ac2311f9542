package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions that choose between values. */
final class ConditionalFunctions {
    static final List<FunctionDeclaration> ALL = List.of(
            scalar("coalesce")
                    .standard("comparison", "coalesce")
                    .givesOfMany("common", "T")
                    .answers("1", "NULL", "1")
                    .says("The first value that is not null."),
            scalar("nullif")
                    .standard("comparison", "nullif")
                    .gives("$1", "T", "T")
                    .answers("NULL", "1", "1")
                    .says("Null if the values are equal, else the first one."));

    private ConditionalFunctions() {}
}
