package io.sqe.gateway.configuration.key;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value as its source wrote it.
 *
 * @param texts one, unless it is a list
 */
public record RawValue(Form form, List<String> texts) {

    public RawValue {
        texts = List.copyOf(texts);
    }

    public static RawValue of(Form form, String text) {
        return new RawValue(form, List.of(text));
    }

    /** Of the only text. */
    String text() {
        return texts.getFirst();
    }

    @Override
    public String toString() {
        return switch (form) {
            case STRING, UNTYPED -> '"' + text() + '"';
            case INTEGER, REAL, BOOLEAN, TIME -> text();
            case LIST -> texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
        };
    }

    /** How a value was written. */
    public enum Form {
        STRING("a string"),
        INTEGER("an integer"),
        REAL("a number"),
        BOOLEAN("a boolean"),
        LIST("a list"),
        TIME("a date or time"),
        /** The environment has texts alone. */
        UNTYPED("a text");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
