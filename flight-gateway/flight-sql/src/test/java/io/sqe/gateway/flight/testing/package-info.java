/**
 * A service as it would run, small enough for a test: a real engine over an empty warehouse, two users, tokens in memory.
 *
 * <p>In: what a test wants of it. Out: a port. Never: a stand-in for the engine.
 */
@NullMarked
package io.sqe.gateway.flight.testing;

import org.jspecify.annotations.NullMarked;
