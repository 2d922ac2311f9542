/**
 * Sends batches as fast as their reader takes them, and not faster.
 *
 * <p>In: an {@link io.sqe.executor.ArrowStream}. Out: Flight record batches. Never: what the rows mean, which command asked.
 */
@NullMarked
package io.sqe.gateway.flight.stream;

import org.jspecify.annotations.NullMarked;
