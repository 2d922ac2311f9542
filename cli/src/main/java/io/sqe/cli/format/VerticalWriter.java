package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Each row as a record of its own, a line for each column, as psql's expanded display. */
final class VerticalWriter implements ResultWriter {
    private static final int RULE_COLUMNS = 30;

    private final TextOptions options;
    private final TextBuffer buffer;
    private List<String> labels = List.of();
    private int labelWidth;
    private long record;

    VerticalWriter(TextOptions options, Writer out) {
        this.options = options;
        this.buffer = new TextBuffer(out);
    }

    @Override
    public void begin(Schema schema) {
        List<String> names = schema.getFields().stream()
                .map(field -> DisplayText.harmless(field.getName()))
                .toList();
        labelWidth = names.stream().mapToInt(DisplayText::width).max().orElse(0);
        labels = names.stream()
                .map(name -> options.ink().bold(name) + " ".repeat(labelWidth - DisplayText.width(name)) + " | ")
                .toList();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        TextCells cells = TextCells.of(batch, options.zone());
        StringBuilder out = buffer.text();
        for (int row = 0; row < batch.getRowCount(); row++) {
            String title = "-[ RECORD " + ++record + " ]";
            out.append(options.ink().dim(title + "-".repeat(Math.max(1, RULE_COLUMNS - title.length()))))
                    .append('\n');
            for (int column = 0; column < cells.count(); column++) {
                out.append(labels.get(column)).append(value(cells, column, row)).append('\n');
            }
            buffer.rowEnded();
        }
        buffer.handOn();
    }

    /** Further lines of a value are indented to stand below the first. */
    private String value(TextCells cells, int column, int row) {
        if (cells.isNull(column, row)) {
            return options.ink().dim(options.nullText().orElse("NULL"));
        }
        String text = DisplayText.harmlessLines(cells.text(column, row).replace("\r\n", "\n"));
        return text.replace("\n", "\n" + " ".repeat(labelWidth) + " | ");
    }

    @Override
    public void end() throws IOException {
        buffer.handOn();
    }
}
