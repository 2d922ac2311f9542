package io.sqe.gateway.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.Http1ConnectionSelectorConfig;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.List;
import java.util.Set;

/**
 * The one way into a port that speaks HTTP/1.1: bounds how many clients there may be and how long each may take, and refuses requests whose
 * end is in doubt.
 */
public final class HttpDoor implements ServerConnectionSelector {
    private final Http1ConnectionSelector http;
    private final OpenConnections open;

    private HttpDoor(Http1ConnectionSelector http, OpenConnections open) {
        this.http = http;
        this.open = open;
    }

    /**
     * Puts a door before a port, and before nothing else: it holds the places of this port's connections. Helidon's own read timeout is
     * never set on a server's sockets, and its idle timeout knows nothing of a request that has begun.
     */
    public static void before(ListenerConfig.BuilderBase<?, ?> listener, Http1Config http, ConnectionLimits limits) {
        // the only listener: Helidon 4.3.2 tells a list of them nothing
        Http1Config watched = Http1Config.builder(http)
                .receiveListeners(List.of(new RequestRules()))
                // otherwise a body that comes unasked is taken for the next request when nobody has read it
                .continueImmediately(true)
                .build();
        OpenConnections open = new OpenConnections(limits);
        SocketOptions options = SocketOptions.builder().tcpNoDelay(true).build();
        listener.connectionOptions(new AdmittingOptions(options, open))
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new HttpDoor(
                        Http1ConnectionSelectorConfig.builder().config(watched).build(), open));
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        OpenConnection place = open.find(context);
        PacedContext paced = place.begin(context);
        ServerConnection connection = http.connection(paced);
        return switch (connection) {
            case Http1Connection spoken -> {
                paced.pace().follow(spoken::canInterrupt);
                yield new WatchedConnection(spoken, place);
            }
            default -> throw new IllegalStateException("Not HTTP/1.1: " + connection.getClass());
        };
    }
}
