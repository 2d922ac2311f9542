/**
 * Gives the placeholders of a statement their values.
 *
 * <p>In: a parsed {@link io.sqe.planner.statement.Statement}, and {@link io.sqe.planner.parameter.Parameters}. Out: the statement with a
 * typed constant in each placeholder's place. Never: SQL text, names, a catalog.
 */
@NullMarked
package io.sqe.planner.parameter;

import org.jspecify.annotations.NullMarked;
