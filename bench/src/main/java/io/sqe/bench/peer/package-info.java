/**
 * Plain DuckDB as the peer that the engine under test is compared with.
 *
 * <p>In: SQL text and Parquet files. Out: Arrow. Never: the engine under test.
 */
@NullMarked
package io.sqe.bench.peer;

import org.jspecify.annotations.NullMarked;
