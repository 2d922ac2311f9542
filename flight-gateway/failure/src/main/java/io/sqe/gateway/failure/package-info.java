/**
 * Failures as clients are told of them, whatever the protocol: one sealed family with one set of codes.
 *
 * <p>In: what went wrong, as the room that knows it says. Out: a {@link io.sqe.gateway.failure.GatewayException}. Never: a
 * protocol's own statuses, which each protocol derives from the code in one exhaustive switch.
 */
@NullMarked
package io.sqe.gateway.failure;

import org.jspecify.annotations.NullMarked;
