/**
 * What clients give beside SQL: values for the placeholders of a statement, and the table that rows are for.
 *
 * <p>In: a parsed {@link io.sqe.planner.statement.Statement}, and {@link io.sqe.planner.parameter.Parameters}. Out: the statement with a
 * typed constant in each placeholder's place, marked if it is to be found again in the plan. Never: SQL text, a catalog.
 */
@NullMarked
package io.sqe.planner.parameter;

import org.jspecify.annotations.NullMarked;
