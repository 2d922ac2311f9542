/**
 * Plans scans: which files of a snapshot a query must read, and what was deleted from them.
 *
 * <p>In: a {@link io.sqe.catalog.iceberg.table.TableState} and a {@link io.sqe.catalog.scan.ScanRequest}. Out: a
 * {@link io.sqe.catalog.scan.ScanPlan}. Never: a changed table; row data; a file skipped that may hold a wanted row.
 */
@NullMarked
package io.sqe.catalog.iceberg.scan;

import org.jspecify.annotations.NullMarked;
