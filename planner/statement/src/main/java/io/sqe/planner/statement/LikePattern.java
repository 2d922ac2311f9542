package io.sqe.planner.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/** The pattern of a LIKE in a SHOW statement. */
public record LikePattern(String pattern, Optional<String> escape) {

    /** Whether a name matches, letter case ignored. */
    public boolean matches(String name) {
        return Pattern.compile(expression(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    private String expression() {
        var expression = new StringBuilder();
        boolean escaped = false;
        for (int codePoint : pattern.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (!escaped && escape.filter(character::equals).isPresent()) {
                escaped = true;
                continue;
            }
            expression.append(escaped ? Pattern.quote(character) : wildcard(character));
            escaped = false;
        }
        return expression.toString();
    }

    private static String wildcard(String character) {
        return switch (character) {
            case "%" -> ".*";
            case "_" -> ".";
            default -> Pattern.quote(character);
        };
    }
}
