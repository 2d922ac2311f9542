package io.sqe.executor.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that DuckDB writes, as maps, lists and text; numbers and words stay text. */
final class JsonReader {
    private final String json;
    private int position;

    JsonReader(String json) {
        this.json = json;
    }

    /** The value at the start of the text. */
    Object read() {
        return switch (peek()) {
            case '{' -> readObject();
            case '[' -> readArray();
            case '"' -> readString();
            default -> readWord();
        };
    }

    private Map<String, Object> readObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = readString();
            expect(':');
            object.put(name, read());
            skipComma();
        }
        expect('}');
        return object;
    }

    private List<Object> readArray() {
        List<Object> array = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            array.add(read());
            skipComma();
        }
        expect(']');
        return array;
    }

    private String readString() {
        var text = new StringBuilder();
        expect('"');
        while (at(position) != '"') {
            text.append(at(position) == '\\' ? readEscape() : at(position));
            position++;
        }
        position++;
        return text.toString();
    }

    /** Leaves the position at the last character of the escape. */
    private char readEscape() {
        position++;
        return switch (at(position)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                position += 4;
                yield (char) Integer.parseInt(json, position - 3, position + 1, 16);
            }
            default -> at(position);
        };
    }

    private String readWord() {
        int start = position;
        while (position < json.length() && ",]} \n\r\t".indexOf(json.charAt(position)) < 0) {
            position++;
        }
        if (start == position) {
            throw malformed();
        }
        return json.substring(start, position);
    }

    private void skipComma() {
        if (peek() == ',') {
            position++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        position++;
    }

    private char peek() {
        while (Character.isWhitespace(at(position))) {
            position++;
        }
        return at(position);
    }

    private char at(int index) {
        if (index >= json.length()) {
            throw malformed();
        }
        return json.charAt(index);
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("Malformed JSON at character " + position);
    }
}
