/**
 * Writes a query's rows as the Parquet files of an Iceberg table.
 *
 * <p>In: a {@link io.sqe.fragment.v1.ParquetWrite} and the engine's SELECT. Out: the engine's COPY statement. Never: a commit, a
 * file itself.
 */
@NullMarked
package io.sqe.executor.writing;

import org.jspecify.annotations.NullMarked;
