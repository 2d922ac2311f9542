package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sqe.executor.Executor;
import io.sqe.executor.host.EngineService;
import io.sqe.executor.host.FragmentObserver;
import io.sqe.executor.host.ServiceAddress;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.apache.arrow.memory.BufferAllocator;

/** The port where a worker listens for coordinators. */
final class WorkerPort {
    private static final Duration[] BUCKETS = DoubleStream.of(.01, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60)
            .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
            .toArray(Duration[]::new);

    private WorkerPort() {}

    /** Opens it; the caller closes the service, before the executor. */
    static EngineService open(ServerGround ground, Executor executor, BufferAllocator allocator) {
        ServerConfiguration server = ground.configuration();
        CoordinatorSettings own = server.coordinator();
        int port = server.worker().flightPort();
        var address = new ServiceAddress(
                own.host(), port, own.tls().map(files -> new ServiceAddress.Tls(files.certificate(), files.key())));
        try {
            EngineService service = EngineService.open(
                    executor, allocator, address, EnginePlaces.secret(server.worker()), observer(ground.registry()));
            ground.listensAt(
                    "worker",
                    "%s://%s:%d".formatted(own.tls().isPresent() ? "grpc+tls" : "grpc", own.host(), service.port()));
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot listen on %s:%d (worker.flight_port). Is the port in use?".formatted(own.host(), port),
                    failure);
        }
    }

    private static FragmentObserver observer(MeterRegistry registry) {
        Timer duration = Timer.builder("sqe.worker.fragment.duration")
                .description("From a fragment's call to its last row")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Counter rows = Counter.builder("sqe.worker.rows.sent")
                .description("Rows that this worker sent to coordinators")
                .register(registry);
        return (outcome, took, sent) -> {
            Counter.builder("sqe.worker.fragments.executed")
                    .description("Fragments that ended on this worker")
                    .tag("status", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .increment();
            duration.record(took);
            rows.increment((double) sent);
        };
    }
}
