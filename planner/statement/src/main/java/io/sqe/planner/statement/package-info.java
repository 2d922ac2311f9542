/**
 * Reads SQL text.
 *
 * <p>In: the text of one or several statements. Out: a {@link io.sqe.planner.statement.Statement} each, its names unresolved. Never: a
 * catalog, a type that depends on one, or a search in SQL's text: whatever is to be known of it, the grammar says.
 */
@NullMarked
package io.sqe.planner.statement;

import org.jspecify.annotations.NullMarked;
