/**
 * Substrait with tables to Substrait with files, or with the rows of tables that are in none.
 *
 * <p>In: a {@link io.sqe.substrait.translation.SubstraitPlan} and what the catalog planned for each of its scans. Out: an {@link
 * io.sqe.substrait.binding.ExecutablePlan}, which an executor runs without asking anyone. Never: the catalog itself; a read left
 * unbound.
 */
@NullMarked
package io.sqe.substrait.binding;

import org.jspecify.annotations.NullMarked;
