package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SqeParserConstants;
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

    private static final List<String> CLAUSES =
            List.of("FROM", "WHERE", "GROUP", "HAVING", "QUALIFY", "ORDER", "LIMIT", "UNION", "JOIN", "VALUES");
    private static final List<String> FIRST_WORDS = List.of(
            "SELECT", "WITH", "VALUES", "TABLE", "SHOW", "DESCRIBE", "EXPLAIN", "USE", "INSERT", "CREATE", "DROP");
    private static final String UNFINISHED =
            "Cannot read the statement: a quote is not closed, or a character has no meaning in SQL. Check the quotes.";

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
        if (String.valueOf(failure.getMessage()).contains("Non-query expression")) {
            return noStatement(sql, span);
        }
        if (failure.getExpectedTokenNames().isEmpty()) {
            return new PlannerException.SyntaxError(withoutTokens(failure), span);
        }
        return unexpected(sql, failure, span);
    }

    /** A misspelt first word reads as a name, so that the parser has found an expression where a statement should be. */
    private static PlannerException noStatement(String sql, TextSpan span) {
        List<Token> tokens = new Lexer(sql).rest();
        return tokens.isEmpty()
                ? new PlannerException.SyntaxError("Cannot read the statement: it is empty.", span)
                : misplaced(List.of(), tokens.getFirst(), FIRST_WORDS);
    }

    private static PlannerException unexpected(String sql, SqlParseException failure, TextSpan span) {
        var lexer = new Lexer(sql);
        List<Token> tokens = lexer.rest();
        if (lexer.ending() == Lexer.Ending.WITHIN_WORD) {
            return new PlannerException.SyntaxError(UNFINISHED, span);
        }
        List<String> expected = failure.getExpectedTokenNames().stream()
                .map(name -> name.replace("\"", ""))
                .toList();
        boolean atEnd = String.valueOf(failure.getMessage()).startsWith("Encountered \"<EOF>\"");
        List<Token> before =
                tokens.stream().filter(token -> atEnd || isBefore(token, span)).toList();
        if (atEnd || before.size() == tokens.size()) {
            return new PlannerException.SyntaxError(
                    "Cannot read the statement: it ends too early. " + expectation(expected), endOf(sql));
        }
        return misplaced(before, tokens.get(before.size()), expected);
    }

    /** A word that does not fit; or the one before it, if that was read as a name and looks like a clause. */
    private static PlannerException misplaced(List<Token> before, Token found, List<String> expected) {
        Optional<String> clause = before.isEmpty() || before.getLast().kind != SqeParserConstants.IDENTIFIER
                ? Optional.empty()
                : NearestName.of(before.getLast().image, CLAUSES);
        Token culprit = clause.isPresent() ? before.getLast() : found;
        Optional<String> meant = clause.or(() -> NearestName.of(found.image, words(expected)));
        return new PlannerException.SyntaxError(
                "Cannot read the statement: '%s' does not fit here. %s"
                        .formatted(culprit.image, PlannerException.didYouMean(meant, expectation(expected))),
                Lexer.span(culprit));
    }

    private static List<String> words(List<String> expected) {
        return expected.stream()
                .filter(name -> Character.isLetter(name.charAt(0)))
                .toList();
    }

    private static String expectation(Collection<String> expected) {
        List<String> named = expected.size() <= EXPECTED_MAX
                ? expected.stream().map(SyntaxErrors::readable).toList()
                : LIKELY.stream().filter(expected::contains).limit(EXPECTED_MAX).toList();
        if (expected.contains("(") && !expected.contains(")")) {
            return "Expected an expression or a query.";
        }
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
            return UNFINISHED;
        }
        return "Cannot read the statement: " + line + ".";
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
