package io.sqe.executor.lowering;

/** Indents SQL by its open parentheses, and never touches what stands in quotes. */
final class Layout {
    private static final String INDENT = "  ";

    private Layout() {}

    static String indent(String sql) {
        var text = new StringBuilder(sql.length() + sql.length() / 4);
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            text.append(c);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                continue;
            }
            switch (c) {
                case '\'', '"' -> quote = c;
                case '(' -> depth++;
                case ')' -> depth--;
                case '\n' -> text.append(INDENT.repeat(depthOfLine(sql, i + 1, depth)));
                default -> {}
            }
        }
        return text.toString();
    }

    /** A line that closes a parenthesis stands where the line that opened it stands. */
    private static int depthOfLine(String sql, int start, int depth) {
        boolean closes = start < sql.length() && sql.charAt(start) == ')';
        return Math.max(0, closes ? depth - 1 : depth);
    }
}
