package io.sqe.gateway.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** A connection that has a place for as long as it is served. */
final class WatchedConnection implements ServerConnection, InterruptableTask<Void> {
    private final Http1Connection connection;
    private final RequestPace pace;
    private final WaitingConnections waiting;

    WatchedConnection(Http1Connection connection, RequestPace pace, WaitingConnections waiting) {
        this.connection = connection;
        this.pace = pace;
        this.waiting = waiting;
        pace.follow(connection::canInterrupt);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try (var _ = waiting.add(pace)) {
            connection.handle(limit);
        }
    }

    @Override
    public boolean canInterrupt() {
        return connection.canInterrupt();
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }
}
