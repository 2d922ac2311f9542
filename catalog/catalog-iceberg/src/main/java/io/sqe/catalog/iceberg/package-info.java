/**
 * The catalog over Iceberg: names, tables, views and writes of any Iceberg catalog, and warehouses on the local disk.
 *
 * <p>In: calls of {@link io.sqe.catalog.Catalog}. Out: table metadata, scan plans, committed snapshots. Never: Hadoop, Calcite,
 * Arrow, a query.
 */
@NullMarked
package io.sqe.catalog.iceberg;

import org.jspecify.annotations.NullMarked;
