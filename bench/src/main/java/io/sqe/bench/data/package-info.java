/**
 * Makes a suite's tables and keeps them.
 *
 * <p>In: a suite's name and scale. Out: tables as {@link io.sqe.bench.data.TableSource}s of Arrow batches, handed to a
 * {@link io.sqe.bench.data.TableLoader}. Never: SQL, DuckDB, Iceberg.
 */
@NullMarked
package io.sqe.bench.data;

import org.jspecify.annotations.NullMarked;
