/**
 * Establishes who is asking.
 *
 * <p>In: {@link io.sqe.gateway.identity.Credentials} as a protocol received them. Out: a
 * {@link io.sqe.policy.decision.Principal}, or an {@link io.sqe.gateway.failure.AuthenticationException}. Never: a protocol,
 * what the principal may do.
 */
@NullMarked
package io.sqe.gateway.identity;

import org.jspecify.annotations.NullMarked;
