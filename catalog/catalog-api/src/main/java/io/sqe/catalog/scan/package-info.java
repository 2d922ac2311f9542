/**
 * Which files a scan must read.
 *
 * <p>In: a {@link io.sqe.catalog.scan.ScanRequest}. Out: a {@link io.sqe.catalog.scan.ScanPlan} of scan tasks. Never: row
 * data; a predicate that is not safe to skip files by.
 */
@NullMarked
package io.sqe.catalog.scan;

import org.jspecify.annotations.NullMarked;
