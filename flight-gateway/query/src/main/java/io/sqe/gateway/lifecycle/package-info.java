/**
 * Moves a query from phase to phase, and ends it whatever happens.
 *
 * <p>In: a statement and who asks. Out: a {@link io.sqe.gateway.query.Query}. Never: SQL semantics, the engine's own types.
 */
@NullMarked
package io.sqe.gateway.lifecycle;

import org.jspecify.annotations.NullMarked;
