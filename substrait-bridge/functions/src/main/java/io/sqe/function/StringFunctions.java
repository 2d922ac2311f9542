package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions of character strings. */
final class StringFunctions {
    static final List<FunctionDeclaration> ALL = List.of(
            scalar("||", "concat")
                    .standard("string", "concat")
                    .givesOfMany("varchar", "varchar")
                    .duckdb("$1 || $2")
                    .answers("ab", "'a'", "'b'")
                    .says("One string after the other; null if either is."),
            scalar("substr", "substring")
                    .own("substr")
                    .gives("varchar", "varchar", "bigint")
                    .gives("varchar", "varchar", "bigint", "bigint")
                    .duckdb("CASE WHEN $2 = 0 THEN '' ELSE substr($1, $2*) END")
                    .answers("ell", "'hello'", "2", "3")
                    .answers("", "'hello'", "0")
                    .says("The part of a string from a place on, counted from 1, or from the end if negative."),
            scalar("like")
                    .standard("string", "like")
                    .gives("boolean", "varchar", "varchar")
                    .duckdb("$1 LIKE $2")
                    .answers("true", "'abc'", "'a%'")
                    .says("Whether a string has the pattern's form, where % is any text and _ any character."),
            scalar("like escape")
                    .own("like_escape")
                    .gives("boolean", "varchar", "varchar", "varchar")
                    .duckdb("$1 LIKE $2 ESCAPE $3")
                    .mayFail()
                    .answers("true", "'a_c'", "'a#_c'", "'#'")
                    .says("Like, with a character that takes the meaning of the next % or _."),
            scalar("lower")
                    .standard("string", "lower")
                    .gives("varchar", "varchar")
                    .answers("abc", "'ABC'")
                    .says("The string in lower case."),
            scalar("upper")
                    .standard("string", "upper")
                    .gives("varchar", "varchar")
                    .answers("ABC", "'abc'")
                    .says("The string in upper case."),
            scalar("trim")
                    .own("trim")
                    .gives("varchar", "varchar")
                    .gives("varchar", "varchar", "varchar")
                    .answers("a", "' a '")
                    .says("The string without spaces, or without these characters, at both ends."),
            scalar("length", "char_length", "character_length")
                    .standard("string", "char_length")
                    .gives("bigint", "varchar")
                    .answers("5", "'hello'")
                    .says("The number of characters."));

    private StringFunctions() {}
}
