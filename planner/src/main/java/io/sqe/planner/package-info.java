/**
 * Plans statements.
 *
 * <p>In: SQL text, and for whom it is bound. Out: a {@link io.sqe.planner.binding.BoundStatement} whose plans are secured. Never: rows, the
 * engine that will run it, threads.
 */
@NullMarked
package io.sqe.planner;

import org.jspecify.annotations.NullMarked;
