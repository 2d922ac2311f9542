package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;
import java.util.stream.Stream;

/** Functions of regular expressions and URLs. */
final class PatternFunctions {
    static final List<FunctionDeclaration> ALL =
            Stream.of(regularExpressions(), urls()).flatMap(List::stream).toList();

    /** Groups are {@code $1} in SQL and {@code \1} in the engine. */
    private static final String REPLACEMENT = "regexp_replace($3, '\\$(\\d+)', '\\\\\\1', 'g')";

    private PatternFunctions() {}

    private static List<FunctionDeclaration> regularExpressions() {
        return List.of(
                scalar("regexp_like")
                        .gives("boolean", "varchar", "varchar")
                        .duckdb("regexp_matches")
                        .mayFail()
                        .answers("true", "'abc'", "'b+'")
                        .says("Whether a part of the string matches a regular expression."),
                scalar("regexp_extract")
                        .gives("varchar", "varchar", "varchar")
                        .duckdb("CASE WHEN regexp_matches($1, $2) THEN regexp_extract($1, $2) END")
                        .mayFail()
                        .answers("bc", "'abcd'", "'b.'")
                        .answers("NULL", "'abcd'", "'x'")
                        .says("The first part of the string that matches; null if none does."),
                scalar("regexp_extract")
                        .own("regexp_extract_group")
                        .gives("varchar", "varchar", "varchar", "integer")
                        .duckdb("CASE WHEN regexp_matches($1, $2) THEN regexp_extract($1, $2, $3) END")
                        .mayFail()
                        .answers("c", "'abcd'", "'b(.)'", "1")
                        .says("A group of the first part of the string that matches; null if none does."),
                scalar("regexp_extract_all")
                        .gives("array(varchar)", "varchar", "varchar")
                        .gives("array(varchar)", "varchar", "varchar", "integer")
                        .mayFail()
                        .answers("[1, 2]", "'a1b2'", "'[a-z](\\d)'", "1")
                        .says("All parts of the string that match, or a group of each."),
                scalar("regexp_replace")
                        .gives("varchar", "varchar", "varchar", "varchar")
                        .duckdb("regexp_replace($1, $2, " + REPLACEMENT + ", 'g')")
                        .mayFail()
                        .answers("b-a", "'a-b'", "'(\\w)-(\\w)'", "'$2-$1'")
                        .says(
                                "The string with everything that matches replaced; $1 in the replacement is the first group."),
                scalar("regexp_replace")
                        .own("regexp_remove")
                        .gives("varchar", "varchar", "varchar")
                        .duckdb("regexp_replace($1, $2, '', 'g')")
                        .mayFail()
                        .answers("ab", "'a1b2'", "'\\d'")
                        .says("The string without what matches."),
                scalar("regexp_split")
                        .gives("array(varchar)", "varchar", "varchar")
                        .duckdb("regexp_split_to_array")
                        .mayFail()
                        .answers("[a, b]", "'a1b'", "'\\d'")
                        .says("The parts of the string between what matches."),
                scalar("regexp_count")
                        .gives("bigint", "varchar", "varchar")
                        .duckdb("len(regexp_extract_all($1, $2))")
                        .mayFail()
                        .answers("2", "'a1b2'", "'\\d'")
                        .says("How many parts of the string match."));
    }

    private static List<FunctionDeclaration> urls() {
        return List.of(
                scalar("url_encode")
                        .gives("varchar", "varchar")
                        .answers("a%20b", "'a b'")
                        .says("The string with what has a meaning in URLs escaped."),
                scalar("url_decode")
                        .gives("varchar", "varchar")
                        .mayFail()
                        .answers("a b", "'a%20b'")
                        .says("The string with the escapes of URLs resolved."),
                urlPart("host", "^[^:]+://(?:[^@/]*@)?([^/:?#]+)", "x.org"),
                urlPart("protocol", "^([^:/?#]+):", "http"),
                urlPart("path", "^(?:[^:/?#]+:)?(?://[^/?#]*)?([^?#]*)", "/p"),
                urlPart("query", "\\?([^#]*)", "q=1"),
                urlPart("fragment", "#(.*)", "f"),
                scalar("url_extract_port")
                        .gives("bigint", "varchar")
                        .duckdb("TRY_CAST(regexp_extract($1, '^[^:]+://[^/?#]*:(\\d+)', 1) AS BIGINT)")
                        .answers("80", "'http://x.org:80/p'")
                        .says("The port in a URL; null if it has none."),
                scalar("url_extract_parameter")
                        .gives("varchar", "varchar", "varchar")
                        .duckdb("CASE WHEN regexp_matches($1, '[?&]' || regexp_escape($2) || '=') "
                                + "THEN regexp_extract($1, '[?&]' || regexp_escape($2) || '=([^&#]*)', 1) END")
                        .answers("2", "'http://x.org/?a=1&b=2'", "'b'")
                        .says("The value of a parameter in a URL's query; null if it has none of that name."));
    }

    private static FunctionDeclaration urlPart(String part, String pattern, String answer) {
        return scalar("url_extract_" + part)
                .gives("varchar", "varchar")
                .duckdb("regexp_extract($1, '" + pattern + "', 1)")
                .answers(answer, "'http://u@x.org:80/p?q=1#f'")
                .says("The " + part + " in a URL; empty if it has none.");
    }
}
