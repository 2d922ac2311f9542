package io.sqe.cli.format;

import java.time.ZoneId;
import java.util.List;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** The columns of a batch as text: scalars in SQL's notation, nested values as JSON. */
final class TextCells {
    private final List<FieldVector> vectors;
    private final List<Cells> columns;

    private TextCells(List<FieldVector> vectors, List<Cells> columns) {
        this.vectors = vectors;
        this.columns = columns;
    }

    static TextCells of(VectorSchemaRoot batch, ZoneId zone) {
        List<FieldVector> vectors =
                batch.getFieldVectors().stream().map(TextCells::storage).toList();
        ScalarCells scalars = new ScalarCells(Notation.SQL, zone);
        JsonCells nested = new JsonCells(zone);
        return new TextCells(
                vectors,
                vectors.stream()
                        .map(vector -> JsonCells.isNested(vector) ? nested.of(vector) : scalars.of(vector))
                        .toList());
    }

    private static FieldVector storage(FieldVector vector) {
        return vector instanceof ExtensionTypeVector<?> extension
                ? (FieldVector) extension.getUnderlyingVector()
                : vector;
    }

    int count() {
        return columns.size();
    }

    boolean isNull(int column, int row) {
        FieldVector vector = vectors.get(column);
        return vector instanceof NullVector || vector.isNull(row);
    }

    void append(int column, int row, StringBuilder out) {
        columns.get(column).append(row, out);
    }

    String text(int column, int row) {
        StringBuilder out = new StringBuilder();
        append(column, row, out);
        return out.toString();
    }
}
