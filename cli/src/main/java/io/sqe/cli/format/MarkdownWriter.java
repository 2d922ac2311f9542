package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows as a table of GitHub's Markdown. */
final class MarkdownWriter implements ResultWriter {
    private final TextOptions options;
    private final TextBuffer buffer;

    MarkdownWriter(TextOptions options, Writer out) {
        this.options = options;
        this.buffer = new TextBuffer(out);
    }

    @Override
    public void begin(Schema schema) throws IOException {
        StringBuilder out = buffer.text();
        out.append('|');
        for (Field field : schema.getFields()) {
            out.append(' ').append(escaped(field.getName())).append(" |");
        }
        out.append("\n|");
        for (Field field : schema.getFields()) {
            out.append(Alignment.of(field) == Alignment.RIGHT ? "---:|" : "---|");
        }
        out.append('\n');
        buffer.handOn();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        TextCells cells = TextCells.of(batch, options.zone());
        String nullText = options.nullText().orElse("NULL");
        StringBuilder out = buffer.text();
        for (int row = 0; row < batch.getRowCount(); row++) {
            out.append('|');
            for (int column = 0; column < cells.count(); column++) {
                String text = cells.isNull(column, row) ? nullText : escaped(cells.text(column, row));
                out.append(' ').append(text).append(" |");
            }
            out.append('\n');
            buffer.rowEnded();
        }
        buffer.handOn();
    }

    @Override
    public void end() throws IOException {
        buffer.handOn();
    }

    private static String escaped(String text) {
        String marked = text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\r\n", "\n");
        return DisplayText.harmlessLines(marked).replace("\n", "<br>");
    }
}
