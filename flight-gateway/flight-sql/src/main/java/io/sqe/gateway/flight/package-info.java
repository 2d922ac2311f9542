/**
 * Speaks Arrow Flight SQL.
 *
 * <p>In: gRPC calls. Out: a {@link io.sqe.gateway.query.QueryEngine}'s results as Arrow record batches. Never: plans, an engine, a
 * framework.
 */
@NullMarked
package io.sqe.gateway.flight;

import org.jspecify.annotations.NullMarked;
