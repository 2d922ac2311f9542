/**
 * Watches every query, whatever the protocol, and tells observers of it.
 *
 * <p>In: queries on their way through {@link io.sqe.gateway.observation.ObservedEngine}. Out: metrics, the slow-query log, the
 * queries that run and those that have ended. Never: a protocol, a row's values, a say in whether a query may run.
 */
@NullMarked
package io.sqe.gateway.observation;

import org.jspecify.annotations.NullMarked;
