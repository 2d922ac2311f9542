package io.sqe.bench.compare;

/**
 * Blanks out whatever in a SQL text is not at its outermost level: what stands in parentheses, in quotes or in comments. The
 * result is as long as the text, so that positions in one are positions in the other.
 */
final class Outermost {
    private final String sql;
    private final StringBuilder outermost;
    private int position;

    private Outermost(String sql) {
        this.sql = sql;
        this.outermost = new StringBuilder(sql.length());
    }

    static String of(String sql) {
        return new Outermost(sql).scan();
    }

    private String scan() {
        int depth = 0;
        while (position < sql.length()) {
            char character = sql.charAt(position);
            if (character == '\'' || character == '"') {
                blankThrough(sql.indexOf(character, position + 1));
            } else if (sql.startsWith("--", position)) {
                blankThrough(sql.indexOf('\n', position));
            } else {
                depth = character == ')' ? depth - 1 : depth;
                outermost.append(depth == 0 ? character : ' ');
                depth = character == '(' ? depth + 1 : depth;
                position++;
            }
        }
        return outermost.toString();
    }

    /** Blanks to a position and beyond it, or to the end of the text if there is none. */
    private void blankThrough(int last) {
        int end = last < 0 ? sql.length() : last + 1;
        outermost.repeat(' ', end - position);
        position = end;
    }
}
