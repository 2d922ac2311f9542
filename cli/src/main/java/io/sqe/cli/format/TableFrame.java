package io.sqe.cli.format;

import io.sqe.cli.format.TableWriter.TableRow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * The lines of a table whose columns' widths are known.
 *
 * @param columns those shown, in order; a {@link Column#GAP} stands for the hidden ones
 * @param columnsHidden how many of the result's columns the screen has no room for
 */
record TableFrame(List<Column> columns, int columnsHidden, TextOptions options) {
    static final TableFrame EMPTY = new TableFrame(List.of(), 0, TextOptions.exact(ZoneOffset.UTC));
    /** A column is made no narrower than this to fit a screen. */
    private static final int WIDTH_MIN = 8;

    private static final int BORDERS_PER_COLUMN = 3;

    static TableFrame fitting(List<Field> fields, List<TableRow> sample, TextOptions options) {
        List<String> titles = fields.stream()
                .map(field -> DisplayText.harmless(field.getName()))
                .toList();
        int[] widths = titles.stream().mapToInt(DisplayText::width).toArray();
        int nullWidth = DisplayText.width(options.nullText().orElse("NULL"));
        for (TableRow row : sample) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.cells().get(column), nullWidth));
            }
        }
        List<Column> columns = IntStream.range(0, widths.length)
                .mapToObj(i -> new Column(i, titles.get(i), widths[i], Alignment.of(fields.get(i))))
                .toList();
        return options.table().isForScreen() ? narrowed(columns, options) : new TableFrame(columns, 0, options);
    }

    private static int width(List<String> cell, int nullWidth) {
        if (cell.isEmpty()) {
            return nullWidth;
        }
        return cell.stream().mapToInt(DisplayText::width).max().orElse(0);
    }

    /** Narrows the widest columns first; if all are narrow and there still is no room, columns in the middle give way. */
    private static TableFrame narrowed(List<Column> columns, TextOptions options) {
        int room = Math.max(options.table().columns() - 1, WIDTH_MIN + BORDERS_PER_COLUMN);
        if (narrowestWidth(columns) <= room) {
            return capped(columns, 0, room, options);
        }
        int kept = columns.size() - 1;
        while (kept > 1 && narrowestWidth(ends(columns, kept)) > room) {
            kept--;
        }
        return capped(ends(columns, kept), columns.size() - kept, room, options);
    }

    /** So many columns from both ends, and a gap between them. */
    private static List<Column> ends(List<Column> columns, int kept) {
        List<Column> ends = new ArrayList<>(columns.subList(0, kept - kept / 2));
        ends.add(Column.GAP);
        ends.addAll(columns.subList(columns.size() - kept / 2, columns.size()));
        return ends;
    }

    private static TableFrame capped(List<Column> columns, int hidden, int room, TextOptions options) {
        int cap = widthCap(columns, room);
        List<Column> capped = columns.stream()
                .map(column -> column.width() > cap ? column.narrowedTo(cap) : column)
                .toList();
        return new TableFrame(capped, hidden, options);
    }

    private static int narrowestWidth(List<Column> columns) {
        return columns.stream()
                .mapToInt(column -> Math.min(column.width(), WIDTH_MIN) + BORDERS_PER_COLUMN)
                .sum();
    }

    /** The greatest width that all columns may have so that together they fit. */
    private static int widthCap(List<Column> columns, int room) {
        int[] widths = columns.stream().mapToInt(Column::width).sorted().toArray();
        int left = room - columns.size() * BORDERS_PER_COLUMN;
        if (Arrays.stream(widths).sum() <= left) {
            return Integer.MAX_VALUE;
        }
        for (int i = 0; i < widths.length; i++) {
            int share = left / (widths.length - i);
            if (widths[i] > share) {
                return Math.max(share, 1);
            }
            left -= widths[i];
        }
        return Integer.MAX_VALUE;
    }

    void head(StringBuilder out) {
        rule("┌", "┬", "┐", out);
        out.append(dim("│"));
        for (Column column : columns) {
            String title = DisplayText.cut(column.title(), column.width());
            String padding = " ".repeat(column.width() - DisplayText.width(title));
            boolean right = column.alignment() == Alignment.RIGHT;
            out.append(' ').append(right ? padding : "").append(options.ink().bold(title));
            out.append(right ? "" : padding).append(' ').append(dim("│"));
        }
        out.append('\n');
        rule("├", "┼", "┤", out);
    }

    void row(TableRow row, StringBuilder out) {
        for (int line = 0; line < row.lines(); line++) {
            out.append(dim("│"));
            for (Column column : columns) {
                out.append(' ');
                cell(column, row, line, out);
                out.append(' ').append(dim("│"));
            }
            out.append('\n');
        }
    }

    private void cell(Column column, TableRow row, int line, StringBuilder out) {
        if (column.index() == Column.GAP.index()) {
            out.append(line == 0 ? Column.GAP.title() : " ");
            return;
        }
        List<String> cell = row.cells().get(column.index());
        boolean isNull = cell.isEmpty();
        String whole = isNull ? nullText(line) : line(cell, line);
        String text = options.table().isForScreen() ? DisplayText.cut(whole, column.width()) : whole;
        String padding = " ".repeat(Math.max(0, column.width() - DisplayText.width(text)));
        String shown = isNull ? dim(text) : text;
        out.append(column.alignment() == Alignment.RIGHT ? padding + shown : shown + padding);
    }

    private String nullText(int line) {
        return line == 0 ? options.nullText().orElse("NULL") : "";
    }

    private static String line(List<String> cell, int line) {
        return line < cell.size() ? cell.get(line) : "";
    }

    void foot(StringBuilder out) {
        rule("└", "┴", "┘", out);
    }

    private void rule(String left, String middle, String right, StringBuilder out) {
        StringBuilder rule = new StringBuilder(left);
        for (int i = 0; i < columns.size(); i++) {
            rule.append(i > 0 ? middle : "").repeat("─", columns.get(i).width() + 2);
        }
        out.append(dim(rule.append(right).toString())).append('\n');
    }

    private String dim(String text) {
        return options.ink().dim(text);
    }

    /** A column as it is drawn. */
    record Column(int index, String title, int width, Alignment alignment) {
        static final Column GAP = new Column(-1, "…", 1, Alignment.LEFT);

        Column narrowedTo(int narrower) {
            return new Column(index, title, narrower, alignment);
        }
    }
}
