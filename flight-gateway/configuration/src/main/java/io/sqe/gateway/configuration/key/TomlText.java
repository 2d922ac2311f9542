package io.sqe.gateway.configuration.key;

/** Writes strings as TOML does. */
final class TomlText {
    private TomlText() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').appendCodePoint(character);
        } else if (Character.isISOControl(character)) {
            quoted.append("\\u%04X".formatted(character));
        } else {
            quoted.appendCodePoint(character);
        }
    }
}
