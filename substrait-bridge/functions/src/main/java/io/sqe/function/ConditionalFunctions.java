package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions that choose between values. */
final class ConditionalFunctions {
    static final List<FunctionDeclaration> ALL = List.of(
            scalar("coalesce", "nvl", "ifnull")
                    .standard("comparison", "coalesce")
                    .givesOfMany("common", "T")
                    .duckdb("coalesce")
                    .answers("1", "NULL", "1")
                    .says("The first value that is not null."),
            scalar("nullif")
                    .standard("comparison", "nullif")
                    .gives("$1", "T", "T")
                    .answers("NULL", "1", "1")
                    .says("Null if the values are equal, else the first one."),
            scalar("nvl2")
                    .gives("T", "any", "T", "T")
                    .duckdb("CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END")
                    .answers("2", "NULL", "1", "2")
                    .says("The second value if the first is not null, else the third."),
            scalar("if", "iff")
                    .gives("T", "boolean", "T", "T")
                    .duckdb("CASE WHEN $1 THEN $2 ELSE $3 END")
                    .answers("1", "true", "1", "2")
                    .says("The second value if the condition holds, else the third."),
            scalar("if", "iff")
                    .own("if_or_null")
                    .gives("T", "boolean", "T")
                    .duckdb("CASE WHEN $1 THEN $2 END")
                    .answers("NULL", "false", "1")
                    .says("The value if the condition holds, else null."),
            extreme("greatest", "3"),
            extreme("least", "1"),
            scalar("try")
                    .gives("T", "T")
                    .duckdb("TRY($1)")
                    .answers("NULL", "1 // 0")
                    .answers("1", "1")
                    .says("The value; null if computing it raises an error."),
            scalar("typeof")
                    .gives("varchar", "any")
                    .duckdb("lower(typeof($1))")
                    .answers("integer", "1")
                    .says("The name of the value's type."));

    private ConditionalFunctions() {}

    /** The engine's own skips nulls. */
    private static FunctionDeclaration extreme(String name, String answer) {
        return scalar(name)
                .givesOfMany("common", "T")
                .duckdb(
                        "CASE WHEN list_contains(list_transform([$*], lambda value: value IS NULL), true) THEN NULL ELSE "
                                + name + "($*) END")
                .answers(answer, "1", "3", "2")
                .answers("NULL", "1", "NULL")
                .says("The " + name + " of the values; null if any is null.");
    }
}
