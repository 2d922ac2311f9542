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
    /** Opens a source for the columns that a query uses. DuckDB's virtual columns, which only count rows, are left out. */
    static SharedScan open(BatchSource source, List<Long> indices) {
        List<Field> declared = source.schema().getFields();
        List<Integer> used = indices.stream()
                .filter(index -> index >= 0 && index < declared.size())
                .map(Math::toIntExact)
                .toList();
        return new SharedScan(
                source.open(used), used.stream().map(declared::get).toList());
    }

    @Override
    public void close() {
        batches.close();
    }
}
