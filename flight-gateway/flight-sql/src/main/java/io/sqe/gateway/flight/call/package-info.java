/**
 * Who calls.
 *
 * <p>In: a call's headers. Out: a {@link io.sqe.gateway.flight.call.Caller}, or the call's end. Never: what is called.
 */
@NullMarked
package io.sqe.gateway.flight.call;

import org.jspecify.annotations.NullMarked;
