package io.sqe.gateway.observation.sql;

import io.sqe.gateway.observation.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL text into tokens. Text that no parser would take is cut too: an open quote reaches to the end, and what is not known is
 * a symbol.
 */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<gap>\\s++|--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))\
            |(?<string>(?:[A-Za-z_&]{0,2}')(?:[^']|'')*+(?:'|\\z))\
            |(?<quoted>"(?:[^"]|"")*+(?:"|\\z))\
            |(?<number>(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)\
            |(?<symbol>(?s:.))""");

    private SqlTokens() {}

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("gap") == null) {
                tokens.add(new SqlToken(kind(matcher), matcher.group()));
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED_NAME;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return matcher.group("word") != null ? Kind.WORD : Kind.SYMBOL;
    }
}
