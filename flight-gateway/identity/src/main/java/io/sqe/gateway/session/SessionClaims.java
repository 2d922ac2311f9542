package io.sqe.gateway.session;

import io.sqe.policy.decision.Principal;
import java.time.Instant;

/**
 * What a session's token says.
 *
 * @param id names the session in logs, metrics and audit; it is no secret
 * @param expiresAt the latest; not being used ends it before
 */
public record SessionClaims(String id, Principal principal, Instant issuedAt, Instant expiresAt) {}
