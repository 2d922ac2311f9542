package io.sqe.gateway.trino.session;

import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.session.SqlTokens.SqlToken;
import io.sqe.gateway.trino.statement.StatementFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement in whose placeholders the constants of nested types and the intervals have been written; the others stay parameters.
 *
 * <p>Nothing else is ever written: an argument is let through only if each of its words is a number, part of a type's name or one
 * that builds values, and its texts are quoted anew. A function, a column or a query is none of these.
 *
 * @param sql with the placeholders that are left
 * @param constants for those, in order
 */
record WrittenArguments(String sql, List<String> constants) {
    private static final Set<String> BUILDERS = Set.of("ARRAY", "MAP", "ROW", "CAST", "INTERVAL");

    private static final Set<String> WORDS = Set.of(
            "ARRAY",
            "MAP",
            "ROW",
            "CAST",
            "AS",
            "NULL",
            "TRUE",
            "FALSE",
            "INTERVAL",
            "YEAR",
            "MONTH",
            "DAY",
            "HOUR",
            "MINUTE",
            "SECOND",
            "TO",
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "INT",
            "BIGINT",
            "REAL",
            "DOUBLE",
            "PRECISION",
            "DECIMAL",
            "VARCHAR",
            "CHAR",
            "VARBINARY",
            "DATE",
            "TIME",
            "TIMESTAMP",
            "WITH",
            "ZONE",
            "UUID",
            "JSON",
            "X");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:[eE][0-9]*)?");
    private static final String SYMBOLS = "[](),.+-";

    /** Writes what has to be written. */
    static WrittenArguments of(String sql, List<String> arguments) {
        if (arguments.stream().noneMatch(WrittenArguments::isNested)) {
            return new WrittenArguments(sql, arguments);
        }
        StringBuilder written = new StringBuilder();
        List<String> constants = new ArrayList<>();
        int position = 0;
        int from = 0;
        for (SqlToken token : SqlTokens.of(sql)) {
            if (token.isSymbol("?") && position < arguments.size()) {
                String argument = arguments.get(position++);
                if (isNested(argument)) {
                    written.append(sql, from, token.start()).append(text(argument));
                    from = token.end();
                } else {
                    constants.add(argument);
                }
            }
        }
        constants.addAll(arguments.subList(position, arguments.size()));
        return new WrittenArguments(written.append(sql.substring(from)).toString(), constants);
    }

    /** NULL with a type is a parameter like any other. */
    private static boolean isNested(String argument) {
        List<SqlToken> tokens = SqlTokens.of(argument);
        if (tokens.isEmpty() || tokens.getFirst().kind() != SqlToken.Kind.WORD) {
            return false;
        }
        boolean isTypedNull = tokens.size() > 2
                && tokens.getFirst().isWord("CAST")
                && tokens.get(2).isWord("NULL");
        return !isTypedNull && BUILDERS.contains(tokens.getFirst().text().toUpperCase(Locale.ROOT));
    }

    private static String text(String argument) {
        StringBuilder text = new StringBuilder("(");
        int depth = 0;
        int end = 0;
        for (SqlToken token : SqlTokens.of(argument)) {
            depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
            depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
            if (depth < 0 || !isAllowed(token)) {
                throw unsupported();
            }
            text.append(end > 0 && token.start() > end ? " " : "").append(quoted(token));
            end = token.end();
        }
        if (depth > 0) {
            throw unsupported();
        }
        return text.append(')').toString();
    }

    private static boolean isAllowed(SqlToken token) {
        return switch (token.kind()) {
            case TEXT -> true;
            case WORD ->
                WORDS.contains(token.text().toUpperCase(Locale.ROOT))
                        || DIGITS.matcher(token.text()).matches();
            case SYMBOL -> SYMBOLS.contains(token.text());
            case QUOTED_NAME -> false;
        };
    }

    private static String quoted(SqlToken token) {
        return token.kind() == SqlToken.Kind.TEXT ? "'" + token.text().replace("'", "''") + "'" : token.text();
    }

    private static StatementFailedException unsupported() {
        return SessionCommands.failure(
                TrinoErrorCode.NOT_SUPPORTED,
                "Cannot take an argument: only constants, and ARRAY, MAP, ROW and INTERVAL of constants, are supported.");
    }
}
