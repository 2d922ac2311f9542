package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;
import java.util.stream.Stream;

/** Functions of character strings. */
final class StringFunctions {
    private static final int SOUNDEX_DIGITS = 6;

    /** The letters' digits, of neighbours with the same digit one, of which the first gives way to the letter itself, and no vowels. */
    private static final String SOUNDEX = soundex();

    static final List<FunctionDeclaration> ALL = Stream.of(
                    joining(), cutting(), padding(), searching(), matching(), measuring(), changing())
            .flatMap(List::stream)
            .toList();

    private StringFunctions() {}

    private static List<FunctionDeclaration> joining() {
        return List.of(
                scalar("||", "concat")
                        .standard("string", "concat")
                        .givesOfMany("varchar", "varchar")
                        .duckdb("$1 || $2")
                        .answers("ab", "'a'", "'b'")
                        .says("One string after the other; null if either is."),
                scalar("concat_ws")
                        .givesOfMany("varchar", "varchar", "varchar")
                        .answers("a,b", "','", "'a'", "NULL", "'b'")
                        .says("The strings that are not null, with the first argument between them."),
                scalar("repeat")
                        .gives("varchar", "varchar", "bigint")
                        .answers("abab", "'ab'", "2")
                        .says("The string so many times."),
                scalar("format")
                        .givesOfMany("varchar", "varchar", "any")
                        .duckdb("printf($*)")
                        .mayFail()
                        .answers("3 of x", "'%d of %s'", "3", "'x'")
                        .says("The arguments in the places that a format string has for them."));
    }

    private static List<FunctionDeclaration> cutting() {
        return List.of(
                scalar("substr", "substring")
                        .gives("varchar", "varchar", "bigint")
                        .gives("varchar", "varchar", "bigint", "bigint")
                        .duckdb("CASE WHEN $2 = 0 THEN '' ELSE substr($1, $2*) END")
                        .answers("ell", "'hello'", "2", "3")
                        .answers("lo", "'hello'", "-2")
                        .answers("", "'hello'", "0")
                        .says("The part of a string from a place on, counted from 1, or from the end if negative."),
                scalar("left")
                        .gives("varchar", "varchar", "bigint")
                        .answers("he", "'hello'", "2")
                        .says("The first characters of a string."),
                scalar("right")
                        .gives("varchar", "varchar", "bigint")
                        .answers("lo", "'hello'", "2")
                        .says("The last characters of a string."),
                scalar("split")
                        .gives("array(varchar)", "varchar", "varchar")
                        .answers("[a, b]", "'a,b'", "','")
                        .says("The parts of a string between separators."),
                scalar("split_part")
                        .gives("varchar", "varchar", "varchar", "bigint")
                        .duckdb("CASE WHEN $3 < 1 THEN error('Index must be greater than zero') "
                                + "ELSE list_extract(split($1, $2), $3) END")
                        .mayFail()
                        .answers("b", "'a,b'", "','", "2")
                        .answers("NULL", "'a,b'", "','", "3")
                        .answers("error: Index must be greater than zero", "'a,b'", "','", "0")
                        .says("The part of that number, counted from 1, between separators."),
                trim("trim", "a", "at both ends"),
                trim("ltrim", "a ", "at its start"),
                trim("rtrim", " a", "at its end"));
    }

    private static FunctionDeclaration trim(String name, String answer, String where) {
        return scalar(name)
                .gives("varchar", "varchar")
                .gives("varchar", "varchar", "varchar")
                .answers(answer, "' a '")
                .says("The string without spaces, or without any of the second argument's characters, " + where + ".");
    }

    private static List<FunctionDeclaration> padding() {
        return List.of(
                scalar("lpad")
                        .gives("varchar", "varchar", "bigint", "varchar")
                        .duckdb("lpad($1, CAST($2 AS INTEGER), $3)")
                        .mayFail()
                        .answers("xya", "'a'", "3", "'xy'")
                        .answers("he", "'hello'", "2", "'x'")
                        .says("The string, filled up on the left, or cut, to a length."),
                scalar("rpad")
                        .gives("varchar", "varchar", "bigint", "varchar")
                        .duckdb("rpad($1, CAST($2 AS INTEGER), $3)")
                        .mayFail()
                        .answers("axy", "'a'", "3", "'xy'")
                        .says("The string, filled up on the right, or cut, to a length."));
    }

    private static List<FunctionDeclaration> searching() {
        return List.of(
                scalar("strpos")
                        .gives("bigint", "varchar", "varchar")
                        .answers("3", "'abc'", "'c'")
                        .answers("0", "'abc'", "'z'")
                        .says("Where the second string first stands in the first, counted from 1; 0 if nowhere."),
                scalar("starts_with")
                        .standard("string", "starts_with")
                        .gives("boolean", "varchar", "varchar")
                        .answers("true", "'abc'", "'ab'")
                        .says("Whether the string begins with the other."),
                scalar("ends_with")
                        .standard("string", "ends_with")
                        .gives("boolean", "varchar", "varchar")
                        .duckdb("suffix")
                        .answers("true", "'abc'", "'bc'")
                        .says("Whether the string ends with the other."),
                scalar("contains")
                        .standard("string", "contains")
                        .gives("boolean", "varchar", "varchar")
                        .answers("true", "'abc'", "'b'")
                        .says("Whether the other string stands somewhere in the string."),
                scalar("levenshtein_distance", "levenshtein")
                        .gives("bigint", "varchar", "varchar")
                        .duckdb("levenshtein")
                        .answers("3", "'kitten'", "'sitting'")
                        .says("How many characters must be put in, taken out or changed to make one string the other."),
                scalar("soundex")
                        .gives("varchar", "varchar")
                        .duckdb(SOUNDEX)
                        .mayFail()
                        .answers("R163", "'Robert'")
                        .answers("T522", "'Tymczak'")
                        .answers("P236", "'Pfister'")
                        .answers("H555", "'Honeyman'")
                        .answers("A261", "'Ashcraft'")
                        .answers("A000", "'a'")
                        .answers("", "'1'")
                        .answers("error: No sound is known", "'\u00c5sa'")
                        .says("The four characters that say how a name sounds in English."),
                scalar("hamming_distance")
                        .gives("bigint", "varchar", "varchar")
                        .duckdb("hamming")
                        .mayFail()
                        .answers("1", "'ab'", "'ac'")
                        .says("In how many places two strings of the same length differ."));
    }

    private static List<FunctionDeclaration> matching() {
        return List.of(
                like("like", "like", "LIKE", "'a%'")
                        .standard("string", "like")
                        .says("Whether a string has the pattern's form, where % is any text and _ any character."),
                like("ilike", "ilike", "ILIKE", "'A%'").says("Like, whatever the letter case."),
                scalar("like escape")
                        .own("like_escape")
                        .gives("boolean", "varchar", "varchar", "varchar")
                        .duckdb("$1 LIKE $2 ESCAPE $3")
                        .mayFail()
                        .answers("true", "'a_c'", "'a#_c'", "'#'")
                        .says("Like, with a character that takes the meaning of the next % or _."),
                scalar("ilike escape")
                        .own("ilike_escape")
                        .gives("boolean", "varchar", "varchar", "varchar")
                        .duckdb("$1 ILIKE $2 ESCAPE $3")
                        .mayFail()
                        .answers("true", "'A_c'", "'a#_c'", "'#'")
                        .says("Like with an escape character, whatever the letter case."),
                scalar("similar to")
                        .own("similar_to")
                        .gives("boolean", "varchar", "varchar")
                        .duckdb("regexp_full_match($1, replace(replace($2, '%', '.*'), '_', '.'))")
                        .mayFail()
                        .answers("true", "'abc'", "'(a|x)%'")
                        .says("Whether a string has the form of an SQL regular expression."));
    }

    private static Declaring like(String name, String substrait, String keyword, String pattern) {
        return scalar(name)
                .own(substrait)
                .gives("boolean", "varchar", "varchar")
                .duckdb("$1 " + keyword + " $2")
                .answers("true", "'abc'", pattern);
    }

    private static List<FunctionDeclaration> measuring() {
        return List.of(
                scalar("length", "char_length", "character_length")
                        .standard("string", "char_length")
                        .gives("bigint", "varchar")
                        .duckdb("length")
                        .answers("5", "'hello'")
                        .says("The number of characters."),
                scalar("octet_length")
                        .standard("string", "octet_length")
                        .gives("bigint", "varchar")
                        .duckdb("strlen")
                        .answers("2", "'é'")
                        .says("The number of bytes in UTF-8."),
                scalar("bit_length")
                        .standard("string", "bit_length")
                        .gives("bigint", "varchar")
                        .answers("8", "'a'")
                        .says("The number of bits in UTF-8."),
                scalar("codepoint", "ascii")
                        .gives("integer", "varchar")
                        .duckdb("unicode")
                        .cast()
                        .answers("65", "'A'")
                        .says("The Unicode number of the first character."),
                scalar("chr")
                        .gives("varchar", "bigint")
                        .duckdb("chr(CAST($1 AS INTEGER))")
                        .mayFail()
                        .answers("A", "65")
                        .says("The character of a Unicode number."));
    }

    private static List<FunctionDeclaration> changing() {
        return List.of(
                scalar("lower", "lcase")
                        .standard("string", "lower")
                        .gives("varchar", "varchar")
                        .answers("abc", "'ABC'")
                        .says("The string in lower case."),
                scalar("upper", "ucase")
                        .standard("string", "upper")
                        .gives("varchar", "varchar")
                        .answers("ABC", "'abc'")
                        .says("The string in upper case."),
                scalar("initcap")
                        .gives("varchar", "varchar")
                        .duckdb("array_to_string(list_transform(string_split(lower($1), ' '), "
                                + "lambda word: upper(word[1]) || word[2:]), ' ')")
                        .answers("Hello World", "'hello wORLD'")
                        .says("The string with each word's first letter in upper case, words being between spaces."),
                scalar("reverse")
                        .standard("string", "reverse")
                        .gives("varchar", "varchar")
                        .answers("cba", "'abc'")
                        .says("The string backwards."),
                scalar("replace")
                        .standard("string", "replace")
                        .gives("varchar", "varchar", "varchar", "varchar")
                        .answers("xbxb", "'abab'", "'a'", "'x'")
                        .says("The string with one text replaced by another everywhere."),
                scalar("replace")
                        .own("remove_text")
                        .gives("varchar", "varchar", "varchar")
                        .duckdb("replace($1, $2, '')")
                        .answers("bb", "'abab'", "'a'")
                        .says("The string with a text removed everywhere."),
                scalar("translate")
                        .gives("varchar", "varchar", "varchar", "varchar")
                        .answers("xyc", "'abc'", "'ab'", "'xy'")
                        .says(
                                "The string with each character of the second argument replaced by the third's in its place."),
                scalar("overlay")
                        .gives("varchar", "varchar", "varchar", "bigint")
                        .duckdb("substr($1, 1, $3 - 1) || $2 || substr($1, $3 + length($2))")
                        .answers("aXYd", "'abcd'", "'XY'", "2")
                        .says("The string with another one laid over it from a place on."),
                scalar("overlay")
                        .own("overlay_for")
                        .gives("varchar", "varchar", "varchar", "bigint", "bigint")
                        .duckdb("substr($1, 1, $3 - 1) || $2 || substr($1, $3 + $4)")
                        .answers("aXYcd", "'abcd'", "'XY'", "2", "1")
                        .says("The string with another one in the place of so many characters."),
                scalar("normalize")
                        .gives("varchar", "varchar")
                        .duckdb("nfc_normalize")
                        .answers("é", "'é'")
                        .says("The string in Unicode's composed normal form."));
    }

    private static String soundex() {
        String letters = "upper(regexp_replace($1, '[^A-Za-z]', '', 'g'))";
        String digits = "translate(" + letters + "[1] || regexp_replace(" + letters + "[2:], '[HW]', '', 'g'), "
                + "'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '01230120022455012623010202')";
        for (int digit = 1; digit <= SOUNDEX_DIGITS; digit++) {
            digits = "regexp_replace(" + digits + ", '" + digit + "+', '" + digit + "', 'g')";
        }
        return "CASE WHEN regexp_matches(regexp_replace($1, '[A-Za-z]', '', 'g'), '\\p{L}') "
                + "THEN error('No sound is known of a letter in: ' || $1) WHEN " + letters + " = '' THEN '' ELSE left("
                + letters + "[1] || replace((" + digits + ")[2:], '0', '') || '000', 4) END";
    }
}
