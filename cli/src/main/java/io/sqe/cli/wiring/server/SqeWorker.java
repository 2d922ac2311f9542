package io.sqe.cli.wiring.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.cli.wiring.EnginePlace;
import io.sqe.executor.fragment.DuckDbExecutor;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.executor.host.EngineService;
import io.sqe.executor.process.EngineState;
import io.sqe.executor.process.SpillFolder;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A worker, put together and running: an engine in this process, a port for coordinators, metrics and health. It knows no users and
 * no catalog; what a coordinator with the secret sends, it runs.
 */
public final class SqeWorker implements ServerProcess {
    private final ServerGround ground;
    private final Readiness readiness;
    private final EngineService service;

    private SqeWorker(ServerGround ground) {
        this.ground = ground;
        EngineWatch watch = new EngineWatch(new EnginePlace.Embedded());
        List<Path> folders = folders(ground.configuration());
        this.readiness = new Readiness(Map.of(
                "engine_running",
                watch::isRunning,
                "catalog_reachable",
                () -> folders.stream().allMatch(Files::isDirectory)));
        new OperationsPorts(
                        watch,
                        readiness,
                        nobodysQueries(ground.configuration()),
                        Set.of(),
                        ground.configuration().coordinator().tls().map(LiveCertificate::read),
                        List.of(),
                        List.of())
                .open(ground);
        OpenedParts parts = ground.parts();
        watch.bind(parts.keep(ground.registry(), PrometheusMeterRegistry::close));
        BufferAllocator allocator = parts.keep(new RootAllocator(), BufferAllocator::close);
        DuckDbExecutor executor = parts.keep(DuckDbExecutor.open(limits(folders), allocator), DuckDbExecutor::close);
        executor.warmUp();
        watch.follow(() -> new EngineState(1, 1, 0, 0));
        this.service = parts.keep(WorkerPort.open(ground, executor, allocator), EngineService::close);
        readiness.moveTo(State.SERVING);
    }

    static SqeWorker open(Configuration configuration, String version) {
        ServerGround ground = new ServerGround(configuration.server(), version);
        try {
            return new SqeWorker(ground);
        } catch (RuntimeException failure) {
            ground.close();
            throw new SqeServer.NotStartedException(failure);
        }
    }

    private ExecutorOptions limits(List<Path> folders) {
        CoordinatorSettings own = ground.configuration().coordinator();
        ExecutorOptions limits = ExecutorOptions.over(folders)
                .withMemoryLimitBytes(own.memoryLimit().bytes())
                .withDataCache(DataCaches.limits(ground.configuration()));
        if (own.threads() > 0) {
            limits = limits.withThreads(own.threads());
        }
        if (own.spill().directory().isEmpty()) {
            return limits;
        }
        SpillFolder spill =
                ground.parts().keep(SpillFolder.in(own.spill().directory().get()), SpillFolder::close);
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
        return ground.addresses();
    }

    /** The time to drain. */
    @Override
    public void reload(Configuration configuration) {
        ground.takeOver(configuration.server());
    }

    /** Not ready, nothing new, what runs may finish for a while, then everything is closed. */
    @Override
    public void close() {
        readiness.moveTo(State.DRAINING);
        try {
            service.drain(ground.configuration().coordinator().shutdownDrain());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        ground.close();
    }
}
