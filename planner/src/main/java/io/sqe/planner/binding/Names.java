package io.sqe.planner.binding;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and texts as SQL writes them. */
final class Names {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Names() {}

    static String quoted(String name) {
        boolean plain = PLAIN.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
