/**
 * Data files that DuckDB does not read, through Arrow Dataset.
 *
 * <p>In: an ORC file and the columns wanted, by Iceberg's ids. Out: batches with those columns under the names wanted. Never:
 * SQL, DuckDB, a filter.
 */
@NullMarked
package io.sqe.executor.dataset;

import org.jspecify.annotations.NullMarked;
