package io.sqe.gateway.trino.http;

import io.sqe.gateway.http.ConnectionLimits;
import java.time.Duration;

/**
 * What a connection may take.
 *
 * @param headerBytesMax of one request; prepared statements travel there
 * @param bodyBytesMax of one request
 * @param connections how many, and how long they may let us wait
 */
public record HttpLimits(int headerBytesMax, long bodyBytesMax, ConnectionLimits connections) {

    /** Guesses that no measurement stands behind; headers hold a prepared statement of some size, a body and an answer have two minutes. */
    public static HttpLimits standard() {
        return new HttpLimits(
                256 << 10,
                4L << 20,
                new ConnectionLimits(
                        4_096,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5)));
    }

    /** With other limits for connections. */
    public HttpLimits with(ConnectionLimits limits) {
        return new HttpLimits(headerBytesMax, bodyBytesMax, limits);
    }
}
