package io.sqe.executor.duckdb;

import java.util.List;
import java.util.OptionalLong;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows from Java that SQL can read as a table, batch by batch. Read once for each place in the SQL that names it. */
public interface BatchSource {
    /** All columns; the same at every call. */
    Schema schema();

    /**
     * Starts reading.
     *
     * @param columns the indices in {@link #schema} of the columns that the batches shall have, in this order
     */
    BatchScan open(List<Integer> columns);

    /** The number of rows if it is known: it helps the optimizer. */
    default OptionalLong rowCount() {
        return OptionalLong.empty();
    }

    /** How many threads may read at a time. Rows come in no particular order if it is more than one. */
    default int threadsMax() {
        return 1;
    }
}
