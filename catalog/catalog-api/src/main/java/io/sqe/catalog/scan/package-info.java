/**
 * Which files, or listed rows, a scan must read.
 *
 * <p>In: a {@link io.sqe.catalog.scan.ScanRequest}. Out: a {@link io.sqe.catalog.scan.ScanPlan} of scan tasks, or of
 * rows that are in no file. Never: rows of a file; a predicate that is not safe to skip files by.
 */
@NullMarked
package io.sqe.catalog.scan;

import org.jspecify.annotations.NullMarked;
