/**
 * Resolves names and types against the catalogs as one principal sees them.
 *
 * <p>In: a {@link io.sqe.planner.statement.Statement}. Out: a {@link io.sqe.planner.binding.BoundStatement}; its plans are {@link
 * io.sqe.planner.binding.BoundPlan}s. Never: a table or column that policy hides; the rows of a table.
 */
@NullMarked
package io.sqe.planner.binding;

import org.jspecify.annotations.NullMarked;
