/**
 * Turns failures into what goes over the wire.
 *
 * <p>In: whatever another room threw. Out: a gRPC status with trailers. Never: the reason of a policy, the text of a fault.
 */
@NullMarked
package io.sqe.gateway.flight.failure;

import org.jspecify.annotations.NullMarked;
