package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Text of one column as it is, without frame or title: for plans and statements that are to be read. */
final class LinesWriter implements ResultWriter {
    private final TextOptions options;
    private final TextBuffer buffer;

    LinesWriter(TextOptions options, Writer out) {
        this.options = options;
        this.buffer = new TextBuffer(out);
    }

    @Override
    public void begin(Schema schema) {}

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        TextCells cells = TextCells.of(batch, options.zone());
        for (int row = 0; row < batch.getRowCount(); row++) {
            if (!cells.isNull(0, row)) {
                buffer.text()
                        .append(DisplayText.harmlessLines(cells.text(0, row).replace("\r\n", "\n")));
            }
            buffer.text().append('\n');
            buffer.rowEnded();
        }
        buffer.handOn();
    }

    @Override
    public void end() throws IOException {
        buffer.handOn();
    }
}
