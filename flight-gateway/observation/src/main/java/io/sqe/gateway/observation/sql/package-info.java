/**
 * What can be said of a statement from its text alone.
 *
 * <p>In: SQL text, right or wrong. Out: its kind, its normal form and hash, its text without literals. Never: a parser's errors,
 * names' meanings.
 */
@NullMarked
package io.sqe.gateway.observation.sql;

import org.jspecify.annotations.NullMarked;
