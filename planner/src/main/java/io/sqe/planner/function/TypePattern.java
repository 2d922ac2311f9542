package io.sqe.planner.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as a signature writes it, taken apart.
 *
 * @param name the type without its parameters, lower case
 * @param parameters of {@code array(T)} and {@code map(K,V)}; for decimals their precision and scale
 */
record TypePattern(String name, List<TypePattern> parameters) {
    private static final Pattern FORM = Pattern.compile("([^(]+)(?:\\((.*)\\))?");
    private static final Map<String, TypePattern> PARSED = new ConcurrentHashMap<>();

    static TypePattern of(String text) {
        TypePattern known = PARSED.get(text);
        if (known != null) {
            return known;
        }
        TypePattern parsed = parse(text);
        PARSED.put(text, parsed);
        return parsed;
    }

    private static TypePattern parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a type: " + text);
        }
        String parameters = matcher.group(2);
        return new TypePattern(matcher.group(1), parameters == null ? List.of() : split(parameters));
    }

    /** Splits at commas that are not inside parentheses. */
    private static List<TypePattern> split(String text) {
        var parts = new ArrayList<TypePattern>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(parse(text.substring(start, i)));
                start = i + 1;
            }
        }
        parts.add(parse(text.substring(start)));
        return List.copyOf(parts);
    }

    /** Whether it stands for any type, the same one wherever it stands in a signature. */
    boolean isVariable() {
        return name.length() == 1;
    }

    TypePattern parameter(int index) {
        return parameters.get(index);
    }
}
