package io.sqe.cli.execution;

import io.sqe.cli.format.DisplayText;
import io.sqe.cli.format.Ink;
import io.sqe.cli.statement.ScriptItem;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.failure.SqlPosition;
import java.util.List;

/**
 * A failure as a person is told of it: its code, what went wrong, and the place in the SQL.
 *
 * <pre>
 * error[TABLE_NOT_FOUND]: Table lake.main.ordrs does not exist. Did you mean orders?
 *   at line 2, column 15:
 *   | SELECT * FROM ordrs
 *   |               ^^^^^
 * </pre>
 */
final class ErrorText {
    /** Columns of SQL shown around the place; more of a long line is left out. */
    private static final int EXCERPT_COLUMNS = 100;

    private final Ink ink;

    ErrorText(Ink ink) {
        this.ink = ink;
    }

    String of(String code, String message) {
        return ink.alarming("error[" + code + "]") + ": " + DisplayText.harmlessLines(message) + "\n";
    }

    /** A failure of a statement, its place counted in the script that the statement is part of. */
    String of(QueryException failure, ScriptItem statement, String source) {
        String message = String.valueOf(failure.getMessage());
        String head = of(failure.code().name(), message);
        return failure.position()
                .map(position -> head + place(position, statement, source))
                .orElse(head);
    }

    private String place(SqlPosition position, ScriptItem statement, String source) {
        int line = statement.line() + position.line() - 1;
        int column = position.line() == 1 ? statement.column() + position.column() - 1 : position.column();
        String where = "  at %sline %d, column %d".formatted(source.isEmpty() ? "" : source + ", ", line, column);
        List<String> lines = statement.text().lines().toList();
        if (position.line() < 1 || position.line() > lines.size()) {
            return where + "\n";
        }
        return where + ":\n" + excerpt(lines.get(position.line() - 1), position);
    }

    private String excerpt(String line, SqlPosition position) {
        int start = Math.clamp(position.column() - 1L, 0, line.length());
        int end = position.endLine() > position.line() ? line.length() : position.endColumn();
        end = Math.clamp(end, Math.min(start + 1, line.length()), line.length());
        int from = start < EXCERPT_COLUMNS / 2 ? 0 : start - EXCERPT_COLUMNS / 2;
        int to = Math.min(line.length(), from + EXCERPT_COLUMNS);
        String before = (from > 0 ? "…" : "") + shown(line.substring(from, start));
        String marked = shown(line.substring(start, Math.min(end, to)));
        String after = shown(line.substring(Math.min(end, to), to)) + (to < line.length() ? "…" : "");
        String carets = "^".repeat(Math.max(1, DisplayText.width(marked)));
        return "  | " + before + marked + after + "\n  | " + " ".repeat(DisplayText.width(before))
                + ink.pointing(carets) + "\n";
    }

    private static String shown(String text) {
        return DisplayText.harmless(text.replace('\t', ' '));
    }
}
