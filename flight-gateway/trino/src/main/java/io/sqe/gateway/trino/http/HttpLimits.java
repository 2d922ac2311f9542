package io.sqe.gateway.trino.http;

import java.time.Duration;

/**
 * What a connection may take.
 *
 * @param headerBytesMax of one request; prepared statements travel there
 * @param bodyBytesMax of one request
 * @param connectionsMax at the same time
 * @param readTimeout for the next bytes of a request, so that a client that sends slowly is cut off
 * @param idleTimeout of a connection without a request
 */
public record HttpLimits(
        int headerBytesMax, long bodyBytesMax, int connectionsMax, Duration readTimeout, Duration idleTimeout) {

    /** Guesses that no measurement stands behind; headers hold a prepared statement of some size. */
    public static HttpLimits standard() {
        return new HttpLimits(256 << 10, 4L << 20, 4_096, Duration.ofSeconds(30), Duration.ofMinutes(5));
    }
}
