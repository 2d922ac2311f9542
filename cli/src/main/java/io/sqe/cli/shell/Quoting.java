package io.sqe.cli.shell;

import java.util.regex.Pattern;

/** Identifiers as SQL writes them. */
final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private Quoting() {}

    static String of(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
