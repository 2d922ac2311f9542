package io.sqe.planner.statement;

import java.util.ArrayList;
import java.util.List;

/** Where the lines of a text start: as the lexer counts them, ended by LF, CR, or both. */
final class Lines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    private Lines(String text) {
        this.text = text;
    }

    static Lines of(String text) {
        var lines = new Lines(text);
        lines.find();
        return lines;
    }

    private void find() {
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean followedByFeed = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (character == '\n' || (character == '\r' && !followedByFeed)) {
                starts.add(i + 1);
            }
        }
    }

    /** Index of the character at a line and column, both counted from 1. */
    int offset(int line, int column) {
        return starts.get(line - 1) + column - 1;
    }

    String cut(TextSpan span) {
        return text.substring(offset(span.line(), span.column()), offset(span.endLine(), span.endColumn()) + 1);
    }
}
