package io.sqe.gateway.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** A connection that ends, and gives its place back, when it has been served. */
final class WatchedConnection implements ServerConnection, InterruptableTask<Void> {
    private final Http1Connection connection;
    private final OpenConnection place;

    WatchedConnection(Http1Connection connection, OpenConnection place) {
        this.connection = connection;
        this.place = place;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            connection.handle(limit);
        } finally {
            place.leave();
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
