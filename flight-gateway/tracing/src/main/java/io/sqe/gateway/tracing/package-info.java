/**
 * Sends the spans of queries to a collector, by OpenTelemetry's protocol over HTTP.
 *
 * <p>In: spans as {@link io.sqe.gateway.trace.Span} has them. Out: OTLP, from a queue with an end, by a thread of its own. Never: a
 * query that waits for a collector, or fails because of one. Whoever wants no traces loads nothing of this package.
 */
@NullMarked
package io.sqe.gateway.tracing;

import org.jspecify.annotations.NullMarked;
