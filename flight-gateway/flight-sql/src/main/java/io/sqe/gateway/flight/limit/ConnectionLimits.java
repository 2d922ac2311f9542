package io.sqe.gateway.flight.limit;

import java.time.Duration;

/**
 * How long a connection may leave the service waiting.
 *
 * @param handshake until TLS and HTTP/2 are agreed on; one that is slower is closed
 * @param quiet without a byte from it, after which it is asked whether it is still there
 * @param answer until it says so; otherwise it is closed
 */
public record ConnectionLimits(Duration handshake, Duration quiet, Duration answer) {

    public ConnectionLimits {
        Positive.check(handshake.toNanos(), quiet.toNanos(), answer.toNanos());
    }

    public static ConnectionLimits standard() {
        return new ConnectionLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(20));
    }

    public ConnectionLimits withHandshake(Duration longest) {
        return new ConnectionLimits(longest, quiet, answer);
    }
}
