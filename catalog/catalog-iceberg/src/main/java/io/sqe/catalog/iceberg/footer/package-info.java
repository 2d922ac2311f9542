/**
 * Reads the footers of Parquet files.
 *
 * <p>In: a file's location. Out: Iceberg's metrics of its columns, and whether it has field ids. Never: row data, Hadoop.
 */
@NullMarked
package io.sqe.catalog.iceberg.footer;

import org.jspecify.annotations.NullMarked;
