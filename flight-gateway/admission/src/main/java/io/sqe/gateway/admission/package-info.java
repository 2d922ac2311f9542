/**
 * Decides which query may start when, and how much it may take.
 *
 * <p>In: queries on their way to an engine, and the limits. Out: the same queries, started now or in turn, cut off when they take
 * more; or a refusal with a code that says whether to try again. Never: a protocol, waiting without an end.
 */
@NullMarked
package io.sqe.gateway.admission;

import org.jspecify.annotations.NullMarked;
