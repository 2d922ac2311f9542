/**
 * What every HTTP port of ours demands of a connection, before a request is one.
 *
 * <p>In: bytes of anybody. Out: requests of Helidon whose end is where every proxy sees it, and whose bytes came in time. Never: what a
 * request asks for, or who asks.
 */
@NullMarked
package io.sqe.gateway.http;

import org.jspecify.annotations.NullMarked;
