package io.sqe.gateway.trino.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a change, as Trino's clients show it: the statement's first words. */
final class UpdateType {
    private static final Pattern IGNORED =
            Pattern.compile("\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)+", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\A[A-Za-z]+");
    private static final Set<String> SECOND_WORD_MATTERS =
            Set.of("CREATE", "DROP", "ALTER", "SET", "RESET", "REFRESH", "START", "TRUNCATE");
    private static final Set<String> OF_NO_ACCOUNT = Set.of("OR", "REPLACE", "MATERIALIZED");

    private UpdateType() {}

    static String of(String sql) {
        List<String> words = words(sql, 5);
        if (words.isEmpty()) {
            return "";
        }
        if (!SECOND_WORD_MATTERS.contains(words.getFirst())) {
            return words.getFirst();
        }
        return words.getFirst()
                + words.stream()
                        .skip(1)
                        .filter(word -> !OF_NO_ACCOUNT.contains(word))
                        .findFirst()
                        .map(word -> " " + word)
                        .orElse("");
    }

    /** The first words, in upper case; ends at the first thing that is none. */
    static List<String> words(String sql, int max) {
        List<String> words = new ArrayList<>();
        String rest = sql;
        while (words.size() < max) {
            rest = IGNORED.matcher(rest).replaceFirst("");
            var word = WORD.matcher(rest);
            if (!word.find()) {
                break;
            }
            words.add(word.group().toUpperCase(Locale.ROOT));
            rest = rest.substring(word.end());
        }
        return List.copyOf(words);
    }
}
