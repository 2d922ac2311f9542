package io.sqe.gateway.trino.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * SQL cut into words, as far as a session's own statements need it: comments and quotes are understood, so that nothing inside them is
 * taken for a word.
 */
final class SqlTokens {

    private SqlTokens() {}

    /** The tokens; a quote or comment without end reaches to the end of the text. */
    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (true) {
            at = skipBlanks(sql, at);
            if (at >= sql.length()) {
                return tokens;
            }
            SqlToken token = next(sql, at);
            tokens.add(token);
            at = token.end();
        }
    }

    private static SqlToken next(String sql, int start) {
        char first = sql.charAt(start);
        if (first == '\'') {
            int end = closing(sql, start, '\'');
            return new SqlToken(SqlToken.Kind.TEXT, unquoted(sql, start, end, "'"), start, end);
        }
        if (first == '"') {
            int end = closing(sql, start, '"');
            return new SqlToken(SqlToken.Kind.QUOTED_NAME, unquoted(sql, start, end, "\""), start, end);
        }
        int end = start + 1;
        if (isWordPart(first)) {
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            return new SqlToken(SqlToken.Kind.WORD, sql.substring(start, end), start, end);
        }
        return new SqlToken(SqlToken.Kind.SYMBOL, sql.substring(start, end), start, end);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '$';
    }

    private static int closing(String sql, int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    private static String unquoted(String sql, int start, int end, String quote) {
        int last = end > start + 1 && sql.charAt(end - 1) == quote.charAt(0) ? end - 1 : end;
        return sql.substring(start + 1, last).replace(quote + quote, quote);
    }

    private static int skipBlanks(String sql, int start) {
        int at = start;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = endOr(sql.indexOf('\n', at), sql);
            } else if (sql.startsWith("/*", at)) {
                int close = sql.indexOf("*/", at + 2);
                at = close < 0 ? sql.length() : close + 2;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int endOr(int found, String sql) {
        return found < 0 ? sql.length() : found;
    }

    /** A piece of SQL. */
    record SqlToken(Kind kind, String text, int start, int end) {

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }

        /** The name that it is, in lower case unless it is quoted. */
        Optional<String> name() {
            return switch (kind) {
                case WORD -> Optional.of(text.toLowerCase(Locale.ROOT));
                case QUOTED_NAME -> Optional.of(text);
                case TEXT, SYMBOL -> Optional.empty();
            };
        }

        /** What it is. */
        enum Kind {
            WORD,
            QUOTED_NAME,
            TEXT,
            SYMBOL
        }
    }
}
