/**
 * Where a query's time goes, told while it goes: spans, as OpenTelemetry knows them, of the rooms that a query walks through.
 *
 * <p>In: beginnings and ends. Out: to whoever gives the spans; a context for what a room calls outside of this process. Never: how
 * spans are sent, SQL literals, rows.
 */
@NullMarked
package io.sqe.gateway.trace;

import org.jspecify.annotations.NullMarked;
