package io.sqe.gateway.trino.session;

import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.protocol.TrinoError.Location;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.session.SqlTokens.SqlToken;
import io.sqe.gateway.trino.statement.StatementFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the statements about a session. All others are the engine's to read. */
final class SessionStatementParser {
    private static final Set<String> FIRST_WORDS = Set.of(
            "PREPARE", "EXECUTE", "DEALLOCATE", "DESCRIBE", "SET", "RESET", "SHOW", "START", "COMMIT", "ROLLBACK");

    private final String sql;
    private final List<SqlToken> tokens;
    private int next;

    private SessionStatementParser(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.of(sql);
        while (!tokens.isEmpty() && tokens.getLast().isSymbol(";")) {
            tokens.removeLast();
        }
    }

    /**
     * The statement; empty if it is not about the session.
     *
     * @throws StatementFailedException if it is, and cannot be read
     */
    static Optional<SessionStatement> find(String sql) {
        List<String> words = UpdateType.words(sql, 1);
        if (words.isEmpty() || !FIRST_WORDS.contains(words.getFirst())) {
            return Optional.empty();
        }
        return new SessionStatementParser(sql).statement();
    }

    private Optional<SessionStatement> statement() {
        SqlToken first = tokens.get(next++);
        return switch (first.text().toUpperCase(Locale.ROOT)) {
            case "PREPARE" -> Optional.of(prepare());
            case "EXECUTE" -> Optional.of(execute());
            case "DEALLOCATE" -> {
                expect("PREPARE");
                yield ended(new SessionStatement.Deallocate(name()));
            }
            case "DESCRIBE" -> describe();
            case "SET" -> set();
            case "RESET" -> {
                expect("SESSION");
                yield ended(new SessionStatement.ResetSession(propertyName()));
            }
            case "SHOW" -> showSession();
            case "START" -> {
                expect("TRANSACTION");
                yield Optional.of(new SessionStatement.StartTransaction());
            }
            default -> {
                accept("WORK");
                yield ended(new SessionStatement.EndTransaction(first.text().toUpperCase(Locale.ROOT)));
            }
        };
    }

    private SessionStatement prepare() {
        String name = name();
        expect("FROM");
        if (next >= tokens.size()) {
            throw failure("a statement");
        }
        return new SessionStatement.Prepare(
                name, sql.substring(tokens.get(next).start(), tokens.getLast().end()));
    }

    private SessionStatement execute() {
        if (next + 1 < tokens.size()
                && tokens.get(next).isWord("IMMEDIATE")
                && tokens.get(next + 1).kind() == SqlToken.Kind.TEXT) {
            String text = tokens.get(next + 1).text();
            next += 2;
            return new SessionStatement.ExecuteImmediate(text, arguments());
        }
        return new SessionStatement.Execute(name(), arguments());
    }

    private List<String> arguments() {
        if (next == tokens.size()) {
            return List.of();
        }
        expect("USING");
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int first = next;
        for (; next < tokens.size(); next++) {
            SqlToken token = tokens.get(next);
            if (token.isSymbol("(") || token.isSymbol("[")) {
                depth++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                depth--;
            } else if (token.isSymbol(",") && depth == 0) {
                arguments.add(between(first, next));
                first = next + 1;
            }
        }
        arguments.add(between(first, next));
        return arguments;
    }

    private String between(int first, int end) {
        if (first == end) {
            throw failure("a constant");
        }
        return sql.substring(tokens.get(first).start(), tokens.get(end - 1).end());
    }

    private Optional<SessionStatement> describe() {
        boolean isAboutPrepared = tokens.size() == 3
                && (tokens.get(1).isWord("INPUT") || tokens.get(1).isWord("OUTPUT"))
                && tokens.get(2).name().isPresent();
        if (!isAboutPrepared) {
            return Optional.empty();
        }
        boolean isInput = tokens.get(next++).isWord("INPUT");
        String name = name();
        return Optional.of(
                isInput ? new SessionStatement.DescribeInput(name) : new SessionStatement.DescribeOutput(name));
    }

    private Optional<SessionStatement> set() {
        if (accept("SESSION")) {
            String property = propertyName();
            expectSymbol("=");
            return Optional.of(new SessionStatement.SetSession(property, value()));
        }
        if (accept("ROLE")) {
            Optional<String> role = accept("ALL") ? Optional.empty() : Optional.of(name());
            return ended(new SessionStatement.SetRole(role));
        }
        if (accept("TIME")) {
            expect("ZONE");
            return ended(new SessionStatement.SetTimeZone(accept("LOCAL") ? Optional.empty() : Optional.of(zone())));
        }
        throw failure("SESSION, ROLE or TIME ZONE");
    }

    private String zone() {
        accept("INTERVAL");
        SqlToken token = any("a zone");
        if (accept("HOUR") && accept("TO")) {
            expect("MINUTE");
        }
        return token.text();
    }

    private String value() {
        if (next == tokens.size()) {
            throw failure("a value");
        }
        SqlToken first = tokens.get(next);
        boolean isOneToken = next + 1 == tokens.size();
        String text = isOneToken ? first.text() : between(next, tokens.size());
        next = tokens.size();
        return text;
    }

    private Optional<SessionStatement> showSession() {
        if (next == tokens.size() || !tokens.get(next).isWord("SESSION")) {
            return Optional.empty();
        }
        next++;
        Optional<String> like = accept("LIKE") ? Optional.of(any("a pattern").text()) : Optional.empty();
        if (accept("ESCAPE")) {
            any("a character");
        }
        return ended(new SessionStatement.ShowSession(like));
    }

    private Optional<SessionStatement> ended(SessionStatement statement) {
        if (next < tokens.size()) {
            throw failure("the end of the statement");
        }
        return Optional.of(statement);
    }

    private String propertyName() {
        StringBuilder name = new StringBuilder(name());
        while (next < tokens.size() && tokens.get(next).isSymbol(".")) {
            next++;
            name.append('.').append(name());
        }
        return name.toString();
    }

    private String name() {
        if (next == tokens.size()) {
            throw failure("a name");
        }
        String name = tokens.get(next).name().orElseThrow(() -> failure("a name"));
        next++;
        return name;
    }

    private SqlToken any(String wanted) {
        if (next == tokens.size()) {
            throw failure(wanted);
        }
        return tokens.get(next++);
    }

    private boolean accept(String word) {
        boolean isThere = next < tokens.size() && tokens.get(next).isWord(word);
        next += isThere ? 1 : 0;
        return isThere;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw failure(word);
        }
    }

    private void expectSymbol(String symbol) {
        if (next == tokens.size() || !tokens.get(next).isSymbol(symbol)) {
            throw failure(symbol);
        }
        next++;
    }

    private StatementFailedException failure(String wanted) {
        int offset = next < tokens.size() ? tokens.get(next).start() : sql.length();
        String found = next < tokens.size() ? "'" + tokens.get(next).text() + "'" : "the end";
        String before = sql.substring(0, offset);
        int line = (int) before.lines().count() + (before.endsWith("\n") || before.isEmpty() ? 1 : 0);
        int column = offset - before.lastIndexOf('\n');
        return new StatementFailedException(new TrinoError(
                TrinoErrorCode.SYNTAX_ERROR,
                "line %d:%d: Cannot read the statement: there is %s where %s should be."
                        .formatted(line, column, found, wanted),
                Optional.of(new Location(line, column))));
    }
}
