package io.sqe.cli.format;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows as JSON objects: within one array, or one on each line. */
final class JsonWriter implements ResultWriter {
    private final Framing framing;
    private final ZoneId zone;
    private final TextBuffer buffer;
    private List<String> keys = List.of();
    private boolean first = true;

    JsonWriter(Framing framing, ZoneId zone, Writer out) {
        this.framing = framing;
        this.zone = zone;
        this.buffer = new TextBuffer(out);
    }

    @Override
    public void begin(Schema schema) throws IOException {
        keys = UniqueNames.of(schema.getFields().stream().map(Field::getName).toList()).stream()
                .map(name -> {
                    StringBuilder quoted = new StringBuilder();
                    JsonCells.quote(name, quoted);
                    return quoted.append(':').toString();
                })
                .toList();
        if (framing == Framing.ARRAY) {
            buffer.text().append('[');
        }
        buffer.handOn();
    }

    @Override
    public void write(VectorSchemaRoot batch) throws IOException {
        JsonCells json = new JsonCells(zone);
        List<Cells> columns = batch.getFieldVectors().stream().map(json::orNull).toList();
        StringBuilder out = buffer.text();
        for (int row = 0; row < batch.getRowCount(); row++) {
            if (framing == Framing.ARRAY) {
                out.append(first ? "\n" : ",\n");
                first = false;
            }
            object(columns, row, out);
            if (framing == Framing.LINES) {
                out.append('\n');
            }
            buffer.rowEnded();
        }
        buffer.handOn();
    }

    private void object(List<Cells> columns, int row, StringBuilder out) {
        out.append('{');
        for (int column = 0; column < columns.size(); column++) {
            out.append(column > 0 ? "," : "").append(keys.get(column));
            columns.get(column).append(row, out);
        }
        out.append('}');
    }

    @Override
    public void end() throws IOException {
        if (framing == Framing.ARRAY) {
            buffer.text().append(first ? "]\n" : "\n]\n");
        }
        buffer.handOn();
    }

    /** What is around the objects. */
    enum Framing {
        ARRAY,
        LINES
    }
}
