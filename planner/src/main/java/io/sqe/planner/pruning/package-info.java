/**
 * Finds out which rows of each scan a query can do without, to skip files by.
 *
 * <p>In: a {@link io.sqe.planner.securing.SecuredPlan}. Out: a {@link io.sqe.catalog.scan.ScanPredicate} for each scan number. Never: a change
 * to the plan, which runs as the person wrote it; a condition that is not certain to be safe.
 */
@NullMarked
package io.sqe.planner.pruning;

import org.jspecify.annotations.NullMarked;
