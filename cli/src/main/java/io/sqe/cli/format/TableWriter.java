package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Rows as a table in box-drawing lines. Columns are as wide as the first {@link #SAMPLE_ROWS} rows need; the rows after them
 * stream, and one that is wider sticks out. A value of several lines takes several, each but its last ending in ↵.
 */
final class TableWriter implements ResultWriter {
    /** Rows held back to find the widths of columns. */
    static final int SAMPLE_ROWS = 1000;

    private final TextOptions options;
    private final TextBuffer buffer;
    private final List<TableRow> sample = new ArrayList<>();
    private List<Field> fields = List.of();
    private TableFrame frame = TableFrame.EMPTY;
    private boolean framed;
    private long rowsShown;
    private long rowsSeen;

    TableWriter(TextOptions options, Writer out) {
        this.options = options;
        this.buffer = new TextBuffer(out);
    }

    @Override
    public void begin(Schema schema) {
        fields = schema.getFields();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        rowsSeen += batch.getRowCount();
        if (rowsShown == options.table().rows()) {
            return;
        }
        TextCells cells = TextCells.of(batch, options.zone());
        for (int row = 0;
                row < batch.getRowCount() && rowsShown < options.table().rows();
                row++) {
            show(TableRow.of(cells, row));
        }
        buffer.handOn();
    }

    private void show(TableRow row) throws IOException {
        rowsShown++;
        if (framed) {
            frame.row(row, buffer.text());
            buffer.rowEnded();
            return;
        }
        sample.add(row);
        if (sample.size() == SAMPLE_ROWS) {
            drawSample();
        }
    }

    private void drawSample() throws IOException {
        framed = true;
        frame = TableFrame.fitting(fields, sample, options);
        frame.head(buffer.text());
        for (TableRow row : sample) {
            frame.row(row, buffer.text());
            buffer.rowEnded();
        }
        sample.clear();
    }

    @Override
    public void end() throws IOException {
        if (!framed) {
            drawSample();
        }
        frame.foot(buffer.text());
        if (options.table().isForScreen() || rowsSeen > rowsShown) {
            buffer.text().append(options.ink().dim(summary())).append('\n');
        }
        buffer.handOn();
    }

    /** {@code … 298,814 more rows (299,814 rows; .maxrows all shows all)}. */
    private String summary() {
        List<String> counts = new ArrayList<>(List.of(count(rowsSeen, "")));
        List<String> hints = new ArrayList<>();
        if (rowsSeen > rowsShown) {
            hints.add(".maxrows all");
        }
        if (frame.columnsHidden() > 0) {
            counts.add("%d of %d columns".formatted(fields.size() - frame.columnsHidden(), fields.size()));
            hints.add(".format vertical");
        }
        String more = rowsSeen > rowsShown ? "… " + count(rowsSeen - rowsShown, "more ") + " " : "";
        String hint = hints.isEmpty()
                ? ""
                : "; " + String.join(" and ", hints) + (hints.size() == 1 ? " shows" : " show") + " all";
        return more + "(" + String.join(", ", counts) + hint + ")";
    }

    private static String count(long rows, String which) {
        return String.format(Locale.ROOT, "%,d %s%s", rows, which, rows == 1 ? "row" : "rows");
    }

    /** A row's values as harmless text, by line. */
    record TableRow(List<List<String>> cells, int lines) {
        /** A value has a line at least; none stand for NULL, so that no value is taken for one. */
        private static final List<String> NULL = List.of();

        static TableRow of(TextCells cells, int row) {
            List<List<String>> texts = IntStream.range(0, cells.count())
                    .mapToObj(column -> cells.isNull(column, row) ? NULL : lines(cells.text(column, row)))
                    .toList();
            return new TableRow(texts, texts.stream().mapToInt(List::size).reduce(1, Math::max));
        }

        private static List<String> lines(String text) {
            if (text.indexOf('\n') < 0) {
                return List.of(DisplayText.harmless(text));
            }
            List<String> lines = new ArrayList<>(List.of(
                    DisplayText.harmlessLines(text.replace("\r\n", "\n")).split("\n", -1)));
            for (int i = 0; i < lines.size() - 1; i++) {
                lines.set(i, lines.get(i) + "↵");
            }
            return List.copyOf(lines);
        }
    }
}
