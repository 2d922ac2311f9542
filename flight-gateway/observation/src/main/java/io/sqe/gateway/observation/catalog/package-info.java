/**
 * Catalogs whose every answer is timed, and is a span of the query that asked.
 *
 * <p>In: catalogs as a principal has them. Out: the same, with metrics and spans. Never: a decision, a change to an answer.
 */
@NullMarked
package io.sqe.gateway.observation.catalog;

import org.jspecify.annotations.NullMarked;
