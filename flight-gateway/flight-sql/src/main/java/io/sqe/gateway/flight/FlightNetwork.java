package io.sqe.gateway.flight;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.sqe.gateway.flight.call.CallPeer;
import io.sqe.gateway.flight.call.KnownDescriptors;
import io.sqe.gateway.flight.call.LegibleMessages;
import io.sqe.gateway.flight.call.OneSchema;
import io.sqe.gateway.flight.limit.ConnectionLimits;
import io.sqe.gateway.flight.limit.FlightLimits;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.BufferAllocator;

/** The connections of a service: their threads, their TLS and their limits. Closed by its opener, after the service. */
final class FlightNetwork implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS_MIN = 10;
    private static final int CALLS_PER_CONNECTION_MAX = 1_000;

    /** As many as Netty thinks right for the machine. */
    private static final int THREADS = 0;

    private final EventLoopGroup acceptors = new NioEventLoopGroup(
            1, Thread.ofPlatform().daemon().name("sqe-flight-accept").factory());
    private final EventLoopGroup connections = new NioEventLoopGroup(
            THREADS, Thread.ofPlatform().daemon().name("sqe-flight-net-", 0).factory());

    /** A service on these connections, to be started. */
    FlightServer.Builder builder(FlightSqlOptions options, BufferAllocator allocator, FlightSqlService service)
            throws SSLException {
        Location location = Location.forGrpcInsecure(options.host(), options.port());
        Optional<SslContext> tls = tls(options);
        FlightLimits limits = options.limits();
        Consumer<NettyServerBuilder> network =
                netty -> limited(tls.map(netty::sslContext).orElse(netty), limits.connections());
        return FlightServer.builder(allocator, location, service)
                .maxInboundMessageSize(limits.messages().requestBytesMax())
                .setMaxHeaderListSize(limits.messages().headerBytesMax())
                .transportHint("grpc.builderConsumer", network);
    }

    private void limited(NettyServerBuilder netty, ConnectionLimits limits) {
        netty.bossEventLoopGroup(acceptors)
                .workerEventLoopGroup(connections)
                .channelFactory(() -> new BoundedAcceptor(limits.connectionsMax()))
                .addStreamTracerFactory(CallPeer.remembering())
                .intercept(new OneSchema())
                .intercept(new KnownDescriptors())
                .setBinaryLog(new LegibleMessages())
                .handshakeTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTime(limits.quiet().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(KEEP_ALIVE_SECONDS_MIN, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
                .maxRstFramesPerWindow(
                        limits.resetsMax(), (int) limits.resetsWindow().toSeconds());
    }

    /** Set up here and not by Flight, which would read the files once and for good. */
    private static Optional<SslContext> tls(FlightSqlOptions options) throws SSLException {
        if (options.tls().isEmpty()) {
            return Optional.empty();
        }
        FlightSqlOptions.Tls tls = options.tls().get();
        SslContextBuilder context = GrpcSslContexts.configure(SslContextBuilder.forServer(tls.keys()));
        if (!tls.clientAuthorities().isEmpty()) {
            context.trustManager(tls.clientAuthorities()).clientAuth(ClientAuth.REQUIRE);
        }
        return Optional.of(context.build());
    }

    @Override
    public void close() {
        var _ = acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        var _ = connections.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
