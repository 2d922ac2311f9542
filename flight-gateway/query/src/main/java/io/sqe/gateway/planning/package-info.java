/**
 * The rooms a statement walks through before it runs: planner, securing, translation, file lists.
 *
 * <p>In: SQL text and who asks. Out: a statement whose queries are {@link io.sqe.gateway.planning.PlannedQuery}s. Never: an
 * executor, rows.
 */
@NullMarked
package io.sqe.gateway.planning;

import org.jspecify.annotations.NullMarked;
