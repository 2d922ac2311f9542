package io.sqe.cli.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Writes rows that the program made itself as if they were a result. */
public final class TextTable {
    private TextTable() {}

    /** Writes rows of texts; an empty one is NULL. */
    public static void write(List<String> titles, List<List<Optional<String>>> rows, ResultWriter writer)
            throws IOException {
        try (BufferAllocator memory = new RootAllocator();
                VectorSchemaRoot batch = batch(titles, rows, memory)) {
            writer.begin(batch.getSchema());
            writer.write(batch);
            writer.end();
        }
    }

    private static VectorSchemaRoot batch(
            List<String> titles, List<List<Optional<String>>> rows, BufferAllocator memory) {
        List<FieldVector> vectors = new ArrayList<>();
        for (int column = 0; column < titles.size(); column++) {
            VarCharVector vector = new VarCharVector(titles.get(column), memory);
            for (int row = 0; row < rows.size(); row++) {
                Optional<String> value = rows.get(row).get(column);
                if (value.isPresent()) {
                    vector.setSafe(row, value.get().getBytes(StandardCharsets.UTF_8));
                }
            }
            vector.setValueCount(rows.size());
            vectors.add(vector);
        }
        VectorSchemaRoot batch = new VectorSchemaRoot(vectors);
        batch.setRowCount(rows.size());
        return batch;
    }
}
