package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.Token;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Says what was found and what could stand there, in one line. */
final class SyntaxErrors {
    private static final int EXPECTED_MAX = 4;
    /** What to name first when much is possible. */
    private static final List<String> LIKELY = List.of(
            ")", "FROM", "WHERE", "SELECT", "AS", ",", "(", "ON", "BY", "THEN", "END", "AND", "GROUP", "ORDER", "JOIN");

    private SyntaxErrors() {}

    static PlannerException of(String sql, SqlParseException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof PlannerException own) {
            return own;
        }
        if (cause instanceof StackOverflowError) {
            return NestingDepth.tooDeep(TextSpan.START);
        }
        SqlParserPos position = failure.getPos();
        TextSpan span = position == null ? endOf(sql) : TextSpan.of(position);
        if (failure.getExpectedTokenNames().isEmpty()) {
            return new PlannerException.SyntaxError(withoutTokens(failure), span);
        }
        return unexpected(sql, failure, span);
    }

    private static PlannerException unexpected(String sql, SqlParseException failure, TextSpan span) {
        Collection<String> expected = failure.getExpectedTokenNames().stream()
                .map(name -> name.replace("\"", ""))
                .toList();
        Optional<Token> found = tokenAt(sql, span);
        String what =
                found.map(token -> "'" + token.image + "' does not fit here").orElse("the statement ends too early");
        Optional<String> meant = found.flatMap(token -> NearestName.of(
                token.image,
                expected.stream().filter(name -> !name.startsWith("<")).toList()));
        return new PlannerException.SyntaxError(
                "Cannot read the statement: %s. %s"
                        .formatted(what, PlannerException.didYouMean(meant, expectation(expected))),
                found.map(Lexer::span).orElse(span));
    }

    private static String expectation(Collection<String> expected) {
        List<String> named = expected.size() <= EXPECTED_MAX
                ? expected.stream().map(SyntaxErrors::readable).toList()
                : LIKELY.stream().filter(expected::contains).limit(EXPECTED_MAX).toList();
        if (named.isEmpty()) {
            return "Check what stands before it.";
        }
        return (expected.size() <= EXPECTED_MAX ? "Expected " : "Expected, for instance, ") + String.join(" or ", named)
                + ".";
    }

    private static String readable(String token) {
        return switch (token) {
            case "<EOF>" -> "the end";
            case "<IDENTIFIER>", "<QUOTED_IDENTIFIER>" -> "a name";
            case "<QUOTED_STRING>" -> "a text in single quotes";
            default ->
                token.startsWith("<")
                        ? token.substring(1, token.length() - 1)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                        : token;
        };
    }

    private static String withoutTokens(SqlParseException failure) {
        String message = failure.getCause() instanceof CalciteContextException context && context.getCause() != null
                ? context.getCause().getMessage()
                : failure.getMessage();
        String line =
                message == null ? "it is not SQL" : message.lines().findFirst().orElse("it is not SQL");
        if (line.startsWith("Lexical error")) {
            return "Cannot read the statement: a quote is not closed, or a character has no meaning in SQL. Check the quotes.";
        }
        return "Cannot read the statement: " + Character.toLowerCase(line.charAt(0)) + line.substring(1) + ".";
    }

    private static Optional<Token> tokenAt(String sql, TextSpan span) {
        var lexer = new Lexer(sql);
        Optional<Token> token = lexer.next();
        while (token.isPresent() && isBefore(token.get(), span)) {
            token = lexer.next();
        }
        return token;
    }

    private static boolean isBefore(Token token, TextSpan span) {
        return token.beginLine < span.line() || (token.beginLine == span.line() && token.beginColumn < span.column());
    }

    private static TextSpan endOf(String sql) {
        int line = (int) sql.lines().count();
        int column = sql.lines().reduce((_, last) -> last).map(String::length).orElse(1);
        return new TextSpan(Math.max(1, line), Math.max(1, column), Math.max(1, line), Math.max(1, column));
    }
}
