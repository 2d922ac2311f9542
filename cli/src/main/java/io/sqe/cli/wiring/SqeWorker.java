package io.sqe.cli.wiring;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.host.EngineService;
import io.sqe.executor.process.EngineState;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.MetricsSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.identity.AuthenticationException;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.operations.OperationsOptions;
import io.sqe.gateway.operations.OperationsServer;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A worker, put together and running: an engine in this process, a port for coordinators, metrics and health. It knows no users and
 * no catalog; what a coordinator with the secret sends, it runs.
 */
public final class SqeWorker implements ServerProcess {
    private final AtomicReference<ServerConfiguration> current;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final OpenedParts parts;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final EngineWatch watch = new EngineWatch(new EnginePlace.Embedded());
    private final Readiness readiness;
    private final EngineService service;

    private SqeWorker(ServerConfiguration configuration, String version, OpenedParts parts) {
        this.parts = parts;
        this.current = new AtomicReference<>(configuration);
        List<Path> folders = folders(configuration);
        this.readiness = new Readiness(Map.of(
                "engine_running",
                watch::isRunning,
                "catalog_reachable",
                () -> folders.stream().allMatch(Files::isDirectory)));
        openOperations(version);
        parts.keep(registry, PrometheusMeterRegistry::close);
        watch.bind(registry);
        BufferAllocator allocator = parts.keep(new RootAllocator(), BufferAllocator::close);
        DuckDbExecutor executor =
                parts.keep(DuckDbExecutor.open(limits(configuration, folders), allocator), DuckDbExecutor::close);
        executor.warmUp();
        watch.follow(() -> new EngineState(1, 1, 0, 0));
        this.service = parts.keep(
                WorkerPort.open(configuration, executor, allocator, registry, addresses), EngineService::close);
        readiness.moveTo(State.SERVING);
    }

    static SqeWorker open(Configuration configuration, String version) {
        OpenedParts parts = new OpenedParts();
        try {
            return new SqeWorker(configuration.server(), version, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw new SqeServer.NotStartedException(failure);
        }
    }

    private ExecutorOptions limits(ServerConfiguration server, List<Path> folders) {
        CoordinatorSettings own = server.coordinator();
        ExecutorOptions limits = ExecutorOptions.over(folders)
                .withMemoryLimitBytes(own.memoryLimit().bytes());
        if (own.threads() > 0) {
            limits = limits.withThreads(own.threads());
        }
        if (own.spill().directory().isEmpty()) {
            return limits;
        }
        SpillFolder spill = parts.keep(SpillFolder.in(own.spill().directory().get()), SpillFolder::close);
        return limits.withSpill(spill.path(), own.spill().limit().bytes());
    }

    /** The warehouses, by the same paths as the coordinator's. */
    private static List<Path> folders(ServerConfiguration server) {
        List<Path> folders = new ArrayList<>();
        folders.add(server.catalog().warehouse().toAbsolutePath().normalize());
        server.catalog()
                .others()
                .values()
                .forEach(path -> folders.add(path.toAbsolutePath().normalize()));
        return folders;
    }

    private void openOperations(String version) {
        ServerConfiguration configuration = current.get();
        MetricsSettings metrics = configuration.metrics();
        if (metrics.prometheusPort() == 0) {
            return;
        }
        String host = configuration.coordinator().host();
        OperationsOptions options = new OperationsOptions(
                host, metrics.prometheusPort(), metrics.healthPort(), "worker", version, Set.of(), watch::report);
        parts.keep(
                OperationsServer.open(options, registry::scrape, readiness, nobodysQueries(configuration)),
                OperationsServer::close);
        addresses.put("metrics", "http://%s:%d/metrics".formatted(host, metrics.prometheusPort()));
        addresses.put("health", "http://%s:%d/readyz".formatted(host, metrics.healthPort()));
    }

    /** A worker has fragments, not queries, and nobody logs in to it. */
    private static QueryDesk nobodysQueries(ServerConfiguration server) {
        var history = new QueryHistory(1, server.history().timeToLive(), Clock.systemUTC());
        return new QueryDesk(
                new ActiveQueries(),
                history,
                _ -> {
                    throw new AuthenticationException(AuthenticationException.Reason.INVALID);
                },
                Set::of);
    }

    @Override
    public Map<String, String> addresses() {
        return addresses;
    }

    /** The time to drain. */
    @Override
    public void reload(Configuration configuration) {
        current.set(configuration.server());
    }

    /** Not ready, nothing new, what runs may finish for a while, then everything is closed. */
    @Override
    public void close() {
        readiness.moveTo(State.DRAINING);
        try {
            service.drain(current.get().coordinator().shutdownDrain());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        parts.close();
    }
}
