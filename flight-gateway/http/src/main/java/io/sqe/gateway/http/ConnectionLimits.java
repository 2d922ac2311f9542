package io.sqe.gateway.http;

import java.time.Duration;

/**
 * What the connections of one port may take.
 *
 * @param connectionsMax at the same time
 * @param headTimeout how long one request may let us wait for the rest of its head
 * @param bodyTimeout how long one request may let us wait for its body
 * @param idleTimeout how long a connection may let us wait for a request to begin
 */
public record ConnectionLimits(int connectionsMax, Duration headTimeout, Duration bodyTimeout, Duration idleTimeout) {

    public ConnectionLimits {
        if (connectionsMax < 1) {
            throw new IllegalArgumentException("At most %d connections is none".formatted(connectionsMax));
        }
    }
}
