package io.sqe.gateway.flight.limit;

import java.time.Duration;

/**
 * How long what is kept for clients is kept when they leave it alone.
 *
 * @param result a result that nobody fetches
 * @param prepared a prepared statement that nobody runs
 * @param session a session's settings
 */
public record IdleLimits(Duration result, Duration prepared, Duration session) {

    public IdleLimits {
        Positive.check(result.toNanos(), prepared.toNanos(), session.toNanos());
    }

    public static IdleLimits standard() {
        return new IdleLimits(Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(8));
    }

    public IdleLimits withResult(Duration idle) {
        return new IdleLimits(idle, prepared, session);
    }
}
