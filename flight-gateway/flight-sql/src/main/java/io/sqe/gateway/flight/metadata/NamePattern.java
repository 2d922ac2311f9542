package io.sqe.gateway.flight.metadata;

import java.util.regex.Pattern;

/**
 * A pattern for names as SQL's LIKE has it: {@code %} for any text, {@code _} for any one character, and a backslash before
 * either for the character itself. Upper and lower case are the same, as in the names of SQL.
 */
record NamePattern(Pattern pattern) {

    static NamePattern any() {
        return parse("%");
    }

    static NamePattern parse(String like) {
        StringBuilder regex = new StringBuilder();
        boolean isEscaped = false;
        for (int c : like.codePoints().toArray()) {
            if (!isEscaped && c == '\\') {
                isEscaped = true;
                continue;
            }
            regex.append(isEscaped ? literal(c) : part(c));
            isEscaped = false;
        }
        return new NamePattern(
                Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    private static String part(int c) {
        return switch (c) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> literal(c);
        };
    }

    private static String literal(int c) {
        return Pattern.quote(Character.toString(c));
    }
}
