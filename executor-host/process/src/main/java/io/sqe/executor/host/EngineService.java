package io.sqe.executor.host;

import io.sqe.executor.Executor;
import io.sqe.executor.wire.BearerToken;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.memory.BufferAllocator;

/** An executor that other processes can call. The executor and the allocator stay its opener's. */
public final class EngineService implements AutoCloseable {
    private static final long CLOSE_WAIT_SECONDS = 5;

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
        var builder = FlightServer.builder(allocator, address.location(), producer)
                .middleware(TokenCheck.KEY, new TokenCheck(token))
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
