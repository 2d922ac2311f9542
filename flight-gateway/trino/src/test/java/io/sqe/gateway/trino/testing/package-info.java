/**
 * An engine that needs no data, and a client that shows the protocol as it is.
 *
 * <p>In: what a test has made up. Out: the interfaces that the server stands on. Never: a real engine.
 */
@NullMarked
package io.sqe.gateway.trino.testing;

import org.jspecify.annotations.NullMarked;
