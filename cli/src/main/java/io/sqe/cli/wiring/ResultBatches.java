package io.sqe.cli.wiring;

import io.sqe.cli.format.UniqueNames;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.duckdb.BatchScan;
import io.sqe.executor.duckdb.BatchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.TransferPair;
import org.jspecify.annotations.Nullable;

/** Lets DuckDB read a result, once. Columns of the same name get numbers. */
final class ResultBatches implements BatchSource {
    private final ArrowStream rows;
    private final Schema schema;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    ResultBatches(ArrowStream rows) {
        this.rows = rows;
        this.schema = uniquelyNamed(rows.schema());
    }

    private static Schema uniquelyNamed(Schema schema) {
        List<String> names = UniqueNames.ofColumns(
                schema.getFields().stream().map(Field::getName).toList());
        List<Field> fields = new ArrayList<>();
        for (Field field : schema.getFields()) {
            fields.add(new Field(names.get(fields.size()), field.getFieldType(), field.getChildren()));
        }
        return new Schema(fields);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public BatchScan open(List<Integer> columns) {
        return new Scan(List.copyOf(columns));
    }

    /** Throws what the result threw, which DuckDB knows the text of only. */
    void rethrowFailure() {
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private final class Scan implements BatchScan {
        private final List<Integer> columns;

        Scan(List<Integer> columns) {
            this.columns = columns;
        }

        @Override
        public @Nullable VectorSchemaRoot next() {
            try {
                return rows.loadNext() ? handOver(rows.batch()) : null;
            } catch (RuntimeException thrown) {
                failure.set(thrown);
                throw thrown;
            }
        }

        private VectorSchemaRoot handOver(VectorSchemaRoot batch) {
            List<Field> fields = new ArrayList<>();
            List<FieldVector> vectors = new ArrayList<>();
            for (int column : columns) {
                FieldVector vector = batch.getVector(column);
                Field field = schema.getFields().get(column);
                TransferPair pair = vector.getTransferPair(field, vector.getAllocator());
                pair.transfer();
                fields.add(field);
                vectors.add((FieldVector) pair.getTo());
            }
            return new VectorSchemaRoot(fields, vectors, batch.getRowCount());
        }

        /** The result is closed by whoever asked for it. */
        @Override
        public void close() {}
    }
}
