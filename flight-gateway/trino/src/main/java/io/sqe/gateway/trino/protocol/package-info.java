/**
 * What crosses the wire, apart from HTTP itself: the headers of a request, and the JSON of an answer.
 *
 * <p>In: header values, failures, the state of a query. Out: {@link io.sqe.gateway.trino.protocol.ClientContext} and JSON. Never:
 * sockets, threads, the engine's plans.
 *
 * @see <a href="https://trino.io/docs/current/develop/client-protocol.html">Trino client REST API</a>
 */
@NullMarked
package io.sqe.gateway.trino.protocol;

import org.jspecify.annotations.NullMarked;
