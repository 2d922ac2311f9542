/**
 * Makes written Parquet files part of a table, all of them in one commit or none.
 *
 * <p>In: {@link io.sqe.catalog.WrittenFile}s in a folder of their own. Out: a snapshot. Never: row data; a reachable or orphan
 * file after a failure.
 */
@NullMarked
package io.sqe.catalog.iceberg.write;

import org.jspecify.annotations.NullMarked;
