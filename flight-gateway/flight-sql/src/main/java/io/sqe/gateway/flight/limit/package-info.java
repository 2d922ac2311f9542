/**
 * What the service allows itself and others, each with a name and a unit.
 *
 * <p>In: nothing. Out: numbers. Never: what is done when one is reached.
 */
@NullMarked
package io.sqe.gateway.flight.limit;

import org.jspecify.annotations.NullMarked;
