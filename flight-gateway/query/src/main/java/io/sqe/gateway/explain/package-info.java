/**
 * What EXPLAIN shows.
 *
 * <p>In: plans, profiles, scan plans. Out: lines of text. Never: a policy's row filter or mask.
 */
@NullMarked
package io.sqe.gateway.explain;

import org.jspecify.annotations.NullMarked;
