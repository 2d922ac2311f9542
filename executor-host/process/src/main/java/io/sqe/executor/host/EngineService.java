package io.sqe.executor.host;

import io.grpc.netty.NettyServerBuilder;
import io.sqe.executor.Executor;
import io.sqe.executor.wire.BearerToken;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.memory.BufferAllocator;

/** An executor that other processes can call. The executor and the allocator stay its opener's. */
public final class EngineService implements AutoCloseable {
    private static final long CLOSE_WAIT_SECONDS = 5;
    private static final int HANDSHAKE_SECONDS_MAX = 10;

    /** Calls that a connection may begin and break off: a coordinator breaks off whatever its clients do. A guess. */
    private static final int RESETS_MAX = 10_000;

    private static final int RESETS_WINDOW_SECONDS = 30;

    private final FlightServer server;
    private final EngineProducer producer;
    private final ExecutorService threads;

    private EngineService(FlightServer server, EngineProducer producer, ExecutorService threads) {
        this.server = server;
        this.producer = producer;
        this.threads = threads;
    }

    /**
     * Listens; the caller closes the service.
     *
     * @param token that every call must show
     * @param observer told of each fragment that has ended
     */
    public static EngineService open(
            Executor executor,
            BufferAllocator allocator,
            ServiceAddress address,
            BearerToken token,
            FragmentObserver observer)
            throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("sqe-engine-", 0).factory());
        var producer = new EngineProducer(executor, allocator, threads, observer);
        Consumer<NettyServerBuilder> network = EngineService::limit;
        var builder = FlightServer.builder(allocator, address.location(), producer)
                .middleware(TokenCheck.KEY, new TokenCheck(token))
                .transportHint("grpc.builderConsumer", network)
                .executor(threads);
        if (address.tls().isPresent()) {
            ServiceAddress.Tls tls = address.tls().get();
            builder.useTls(tls.certificate().toFile(), tls.key().toFile());
        }
        try {
            return new EngineService(builder.build().start(), producer, threads);
        } catch (IOException | RuntimeException failure) {
            threads.shutdownNow();
            throw failure;
        }
    }

    /** Those who do not show the token have no more of a connection than this. */
    private static void limit(NettyServerBuilder network) {
        network.handshakeTimeout(HANDSHAKE_SECONDS_MAX, TimeUnit.SECONDS)
                .maxRstFramesPerWindow(RESETS_MAX, RESETS_WINDOW_SECONDS);
    }

    public int port() {
        return server.getPort();
    }

    /** Takes on no fragment from here on, and waits until those that run have ended, no longer than this. */
    public void drain(Duration wait) throws InterruptedException {
        producer.refuseNew();
        producer.awaitNone(wait);
    }

    public void awaitTermination() throws InterruptedException {
        server.awaitTermination();
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        try {
            producer.refuseNew();
            producer.cancelAll();
            server.shutdown();
            server.awaitTermination(CLOSE_WAIT_SECONDS, TimeUnit.SECONDS);
            server.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
