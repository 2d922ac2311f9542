/**
 * What clients hold between their calls: results to be fetched, prepared statements, transactions.
 *
 * <p>In: SQL text and a caller. Out: handles that nobody else can use. Never: gRPC's threads, batches on the wire.
 */
@NullMarked
package io.sqe.gateway.flight.statement;

import org.jspecify.annotations.NullMarked;
