/**
 * Runs SQL in DuckDB, in process, and hands out Arrow.
 *
 * <p>In: engine SQL, Arrow batches to read ({@link io.sqe.executor.duckdb.BatchSource}) and Java functions to call ({@link
 * io.sqe.executor.duckdb.ScalarFunction}). Out: {@link io.sqe.executor.duckdb.ArrowStream}s, row counts, progress, profiles
 * and {@link io.sqe.executor.duckdb.DuckDbException}s. Never: plans, users, Iceberg, JNI; and no {@code MemorySegment} leaves
 * this package.
 */
@NullMarked
package io.sqe.executor.duckdb;

import org.jspecify.annotations.NullMarked;
