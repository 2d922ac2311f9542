package io.sqe.executor.duckdb;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * A scan that all threads of a query share.
 *
 * @param batches where the batches come from
 * @param columns the columns of the batches
 */
record SharedScan(BatchScan batches, List<Field> columns) implements AutoCloseable {
    /** Opens a source for the columns that a query uses; one that only counts rows uses the first. */
    static SharedScan open(BatchSource source, List<Integer> columns) {
        List<Field> declared = source.schema().getFields();
        return new SharedScan(
                source.open(columns), columns.stream().map(declared::get).toList());
    }

    @Override
    public void close() {
        batches.close();
    }
}
