package io.sqe.bench.data;

import io.sqe.executor.ArrowStream;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;

/** Fills batches from an iterator of rows; closed by its reader. */
final class GeneratedStream<R> implements ArrowStream {
    /** A guess: large enough to make a batch's fixed cost vanish, small enough for every thread to hold one. */
    static final int BATCH_ROWS = 32_768;

    private final List<GeneratedColumn<R>> columns;
    private final Iterator<R> rows;
    private final VectorSchemaRoot batch;

    GeneratedStream(GeneratedTable<R> table, Iterator<R> rows, BufferAllocator allocator) {
        this.columns = table.columns();
        this.rows = rows;
        this.batch = VectorSchemaRoot.create(table.schema(), allocator);
    }

    @Override
    public Schema schema() {
        return batch.getSchema();
    }

    @Override
    public boolean loadNext() {
        batch.clear();
        if (!rows.hasNext()) {
            return false;
        }
        batch.getFieldVectors().forEach(vector -> vector.setInitialCapacity(BATCH_ROWS));
        batch.allocateNew();
        int count = 0;
        while (count < BATCH_ROWS && rows.hasNext()) {
            write(count, rows.next());
            count++;
        }
        batch.setRowCount(count);
        return true;
    }

    @Override
    public VectorSchemaRoot batch() {
        return batch;
    }

    @Override
    public void close() {
        batch.close();
    }

    private void write(int index, R row) {
        for (int column = 0; column < columns.size(); column++) {
            FieldVector vector = batch.getVector(column);
            columns.get(column).cell().write(vector, index, row);
        }
    }
}
