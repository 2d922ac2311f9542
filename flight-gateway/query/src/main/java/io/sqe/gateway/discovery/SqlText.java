package io.sqe.gateway.discovery;

import java.util.Locale;
import java.util.regex.Pattern;

/** Pieces of SQL text. */
final class SqlText {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlText() {}

    static String identifier(String name) {
        boolean plain = PLAIN.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
