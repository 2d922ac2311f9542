package io.sqe.gateway.discovery;

import java.util.regex.Pattern;

/** The pattern of {@code SHOW … LIKE}: {@code %} and {@code _}, letter case ignored. */
public final class LikePattern {
    private static final LikePattern ANYTHING = of("%");

    private final Pattern pattern;

    private LikePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static LikePattern anything() {
        return ANYTHING;
    }

    public static LikePattern of(String like) {
        var regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char symbol = like.charAt(i);
            switch (symbol) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(symbol)));
            }
        }
        return new LikePattern(
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
