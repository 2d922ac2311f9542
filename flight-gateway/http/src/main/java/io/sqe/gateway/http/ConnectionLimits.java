package io.sqe.gateway.http;

import java.time.Duration;

/**
 * What the connections of one port may take.
 *
 * @param connectionsMax at the same time, those that still agree on TLS included
 * @param handshakeTimeout how long a connection may take to agree on TLS
 * @param headTimeout how long one request may let us wait for the rest of its head
 * @param bodyTimeout how long one request may let us wait for its body
 * @param answerTimeout how long a client may read nothing of what it asked for
 * @param idleTimeout how long a connection may let us wait for a request to begin
 */
public record ConnectionLimits(
        int connectionsMax,
        Duration handshakeTimeout,
        Duration headTimeout,
        Duration bodyTimeout,
        Duration answerTimeout,
        Duration idleTimeout) {

    public ConnectionLimits {
        if (connectionsMax < 1) {
            throw new IllegalArgumentException("At most %d connections is none".formatted(connectionsMax));
        }
    }
}
