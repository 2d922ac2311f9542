package io.sqe.gateway.http;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The connections of one port, each with a place from its first moment on. When all are taken, the client that has let us wait longest loses
 * its own, so that connections on which nothing happens keep nobody out. None loses it while we work for it.
 *
 * <p>Helidon counts places too, but never takes back that of a connection whose TLS handshake fails.
 */
final class OpenConnections {
    private static final long PERIOD_MILLIS_MAX = 1_000;
    private static final long RETRY_MILLIS = 50;

    /** One thread for the connections of all ports; it only looks and never waits. */
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sqe-http-pace").factory());

    private final ConnectionLimits limits;
    private final Semaphore places;
    private final long periodMillis;
    private final Map<Ends, OpenConnection> open = new ConcurrentHashMap<>();

    OpenConnections(ConnectionLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.connectionsMax());
        long shortest = Stream.of(
                        limits.handshakeTimeout(),
                        limits.headTimeout(),
                        limits.bodyTimeout(),
                        limits.answerTimeout(),
                        limits.idleTimeout())
                .mapToLong(Duration::toMillis)
                .min()
                .orElseThrow();
        this.periodMillis = Math.clamp(shortest / 4, 1, PERIOD_MILLIS_MAX);
    }

    /** What tells two connections of one port apart. */
    private record Ends(SocketAddress remote, SocketAddress local) {}

    /** Gives a new connection a place as soon as there is one; called by the thread that accepts connections. */
    void admit(Socket socket) throws InterruptedException {
        while (!places.tryAcquire()) {
            longestWaiting().ifPresent(OpenConnection::part);
            if (places.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        Ends ends = new Ends(socket.getRemoteSocketAddress(), socket.getLocalSocketAddress());
        OpenConnection admitted = new OpenConnection(socket, limits, ended -> forget(ends, ended));
        open.put(ends, admitted);
        lookLater(admitted);
    }

    /** The connection that Helidon has agreed on TLS with, if there is any TLS. */
    OpenConnection find(ConnectionContext context) {
        OpenConnection known = open.get(
                new Ends(context.remotePeer().address(), context.localPeer().address()));
        if (known == null) {
            throw new CloseConnectionException("Closed before it began");
        }
        return known;
    }

    private void lookLater(OpenConnection connection) {
        var _ = CLOCK.schedule(() -> look(connection), periodMillis, TimeUnit.MILLISECONDS);
    }

    private void look(OpenConnection connection) {
        if (connection.isClosed()) {
            connection.leave();
        } else {
            connection.demand();
            lookLater(connection);
        }
    }

    private void forget(Ends ends, OpenConnection ended) {
        if (open.remove(ends, ended)) {
            places.release();
        }
    }

    private Optional<OpenConnection> longestWaiting() {
        long now = System.nanoTime();
        return open.values().stream()
                .filter(connection -> connection.waiting(now).isPresent())
                .max(Comparator.comparingLong(
                        connection -> connection.waiting(now).map(Wait::nanos).orElse(0L)));
    }
}
