package io.sqe.policy.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One table of a TOML file, whose values are asked for by key and type. */
final class TomlSection {
    private final String file;
    private final String text;
    private final String title;
    private final JsonNode node;
    private final int number;

    /** The whole file. */
    TomlSection(String file, String text, String title, JsonNode node) {
        this(file, text, title, node, 0);
    }

    private TomlSection(String file, String text, String title, JsonNode node, int number) {
        this.file = file;
        this.text = text;
        this.title = title;
        this.node = node;
        this.number = number;
    }

    /** How messages name the section. */
    String title() {
        return title;
    }

    int line() {
        return new KeyPositions(text).ofRule(number).line();
    }

    void allowOnly(List<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw refused(key, "unknown key '%s'. Did you mean '%s'?".formatted(key, nearest(key, keys)));
            }
        });
    }

    boolean has(String key) {
        return node.has(key);
    }

    Optional<String> text(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refused(key, "'%s' must be a text that is not blank.".formatted(key));
        }
        return Optional.of(value.textValue());
    }

    boolean isTrue(String key) {
        JsonNode value = node.get(key);
        if (value != null && !value.isBoolean()) {
            throw refused(key, "'%s' must be true or false.".formatted(key));
        }
        return value != null && value.booleanValue();
    }

    /** One of the choices; the first if the key is missing. */
    String choice(String key, List<String> choices) {
        String chosen = text(key).orElse(choices.getFirst());
        return checkedChoice(key, chosen, choices);
    }

    /** A text, or a list of texts; empty if the key is missing, but never if it is there. */
    List<String> texts(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return List.of();
        }
        if (value.isTextual()) {
            return text(key).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> {
            if (!element.isTextual() || element.textValue().isBlank()) {
                throw refused(key, "'%s' must be a list of texts that are not blank.".formatted(key));
            }
            texts.add(element.textValue());
        });
        if (!value.isArray() || texts.isEmpty()) {
            throw refused(key, "'%s' must be a text or a list of at least one.".formatted(key));
        }
        return texts;
    }

    /** As {@link #texts}, each one of the choices. */
    List<String> choices(String key, List<String> choices) {
        List<String> chosen = texts(key);
        chosen.forEach(one -> checkedChoice(key, one, choices));
        return chosen;
    }

    /** The tables of an array of tables. */
    List<TomlSection> sections(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw refused(key, "write [[%s]], with two brackets.".formatted(key));
        }
        List<TomlSection> sections = new ArrayList<>();
        for (JsonNode element : value) {
            int position = sections.size() + 1;
            sections.add(new TomlSection(file, text, key + " " + position, element, position));
        }
        return sections;
    }

    /** The keys of a table within this one, and their texts. */
    List<Entry> entries(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isObject()) {
            throw refused(key, "'%s' must be a table of columns.".formatted(key));
        }
        List<Entry> entries = new ArrayList<>();
        value.properties().forEach(entry -> {
            if (!entry.getValue().isTextual() || entry.getValue().textValue().isBlank()) {
                throw refused(entry.getKey(), "the mask of '%s' must be a text.".formatted(entry.getKey()));
            }
            entries.add(new Entry(entry.getKey(), entry.getValue().textValue()));
        });
        return entries;
    }

    PolicyFileException refused(String key, String problem) {
        String place = title.isEmpty() ? problem : title + ": " + problem;
        return new PolicyFileException(file, Optional.of(new KeyPositions(text).of(number, key)), place);
    }

    static String nearest(String word, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(known -> distance(word, known)))
                .orElse(word);
    }

    private String checkedChoice(String key, String chosen, List<String> choices) {
        if (!choices.contains(chosen)) {
            throw refused(
                    key,
                    "'%s' cannot be '%s'. Did you mean '%s'? There is %s."
                            .formatted(key, chosen, nearest(chosen, choices), String.join(", ", choices)));
        }
        return chosen;
    }

    /** Letters to add, drop or change to make one word of the other. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    /** A key of a table and its text. */
    record Entry(String key, String value) {}
}
