package io.sqe.cli.wiring;

import io.helidon.webserver.http.HttpFeature;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.cli.wiring.EmbeddedOptions.LocalFiles;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.executor.host.EngineService;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.caching.ResultCacheLimits;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.MetricsSettings;
import io.sqe.gateway.configuration.QuerySettings;
import io.sqe.gateway.configuration.ResultCacheSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.identity.UserFileException;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.CacheMetrics;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.ObservedPolicy;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.QueryMetrics;
import io.sqe.gateway.observation.QueryObserver;
import io.sqe.gateway.observation.Redaction;
import io.sqe.gateway.observation.ServerGauges;
import io.sqe.gateway.observation.ServerRuntime;
import io.sqe.gateway.observation.SlowQueryLog;
import io.sqe.gateway.observation.audit.AuditLog;
import io.sqe.gateway.observation.catalog.CatalogCalls;
import io.sqe.gateway.observation.report.QueryReports;
import io.sqe.gateway.observation.report.ReportedEngine;
import io.sqe.gateway.operations.OperationsOptions;
import io.sqe.gateway.operations.OperationsServer;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import io.sqe.gateway.operations.SessionsEndpoint;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.gateway.trace.Tracer;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.file.PolicyFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A server, put together and running. One engine stands behind every protocol: observed outermost, so that refusals are seen; then
 * limited; then planning in this process, and the engine wherever it runs.
 */
public final class SqeServer implements ServerProcess {
    /** Of nothing at all the engine would take its own standard. */
    private static final long NO_SPILL_BYTES = 1;

    private static final Duration CANCELLED_END_WITHIN = Duration.ofSeconds(3);

    private final AtomicReference<ServerConfiguration> current;
    private final Clock clock = Clock.systemUTC();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ActiveQueries active = new ActiveQueries();
    private final QueryReports reports = new QueryReports();
    private final OpenedParts parts;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final EngineWatch watch;
    private final Readiness readiness;
    private final ServerAuthentication authentication;
    private final EmbeddedEngine embedded;
    private final LimitedEngine limited;
    private final Optional<LiveCertificate> certificate;

    private SqeServer(ServerConfiguration configuration, String version, OpenedParts parts) {
        this.parts = parts;
        this.current = new AtomicReference<>(configuration);
        ServerAudit audit = ServerAudit.open(configuration, version, clock, parts);
        audit.watch(active, registry);
        Tracer tracer = ServerTracing.open(configuration.tracing(), version, parts);
        this.certificate = configuration.coordinator().tls().map(LiveCertificate::read);
        this.authentication = ServerAuthentication.of(current::get, registry, audit.access());
        EnginePlace place = EnginePlaces.of(configuration);
        this.watch = new EngineWatch(place);
        this.readiness = new Readiness(checks(configuration, audit.log()));
        QueryHistory history = new QueryHistory(
                configuration.history().entriesMax(), configuration.history().timeToLive(), clock);
        openOperations(version, history);
        this.embedded = EmbeddedEngine.open(
                embedded(configuration, place), around(configuration, version, history), instruments());
        watch.follow(embedded::engineState);
        this.limited = new LimitedEngine(embedded, () -> ServerLimits.of(current.get()), new ServerMemory(embedded));
        ObservedEngine observed = parts.keep(
                new ObservedEngine(
                        audit.before(limited),
                        active,
                        observers(history, audit),
                        tracer,
                        Redaction.SYSTEM_FAULTS,
                        clock),
                ObservedEngine::close);
        bindGauges(embedded.caches());
        openWorkerPort(embedded);
        ReportedEngine engine = new ReportedEngine(observed, reports);
        new ProtocolServers(configuration, engine, authentication, audit, certificate, version, registry)
                .open(parts, addresses);
        readiness.moveTo(State.SERVING);
    }

    /**
     * Opens everything in order, the ports for queries last; the caller closes it.
     *
     * @throws NotStartedException if something cannot be opened; nothing stays open then
     */
    public static SqeServer open(Configuration configuration, String version) {
        OpenedParts parts = new OpenedParts();
        try {
            return new SqeServer(configuration.server(), version, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw new NotStartedException(failure);
        }
    }

    private Instruments instruments() {
        String backend = current.get().policy().engine().name().toLowerCase(Locale.ROOT);
        return new Instruments(
                new CatalogCalls(registry)::watching,
                policy -> new ObservedPolicy(policy, backend, registry),
                executor -> new ProfiledExecutor(executor, this::isProfiled),
                UnaryOperator.identity());
    }

    /** None until the engine is open: pages are there before it. */
    private List<CacheStatistics> caches() {
        return Optional.ofNullable(embedded).map(EmbeddedEngine::caches).orElse(List.of());
    }

    private boolean isProfiled() {
        return current.get().query().profile() == QuerySettings.Profile.ON;
    }

    private EngineSurroundings around(ServerConfiguration configuration, String version, QueryHistory history) {
        ResultCacheSettings cache = configuration.resultCache();
        Optional<ResultCache> results = cache.enabled()
                ? Optional.of(parts.keep(ResultCache.open(limits(cache)), ResultCache::close))
                : Optional.empty();
        return new EngineSurroundings(runtime(configuration, version, history), results, List.of());
    }

    private static ResultCacheLimits limits(ResultCacheSettings cache) {
        return new ResultCacheLimits(
                cache.bytesMax().bytes(), cache.entryBytesMax().bytes(), cache.timeToLive());
    }

    private RuntimeState runtime(ServerConfiguration configuration, String version, QueryHistory history) {
        CoordinatorSettings coordinator = configuration.coordinator();
        String uri = "%s://%s:%d"
                .formatted(
                        coordinator.tls().isPresent() ? "https" : "http",
                        coordinator.host(),
                        coordinator.trinoHttpPort());
        var self = new RuntimeState.Node("coordinator", uri, version, RuntimeState.Node.Role.COORDINATOR, "active");
        return new ServerRuntime(
                self, active, history, () -> current.get().authentication().adminRoles(), clock);
    }

    /** In hybrid mode the same engine works for coordinators that know the secret. */
    private void openWorkerPort(EmbeddedEngine embedded) {
        ServerConfiguration configuration = current.get();
        if (configuration.worker().isListening(configuration.coordinator().mode())) {
            BufferAllocator allocator = parts.keep(new RootAllocator(), BufferAllocator::close);
            parts.keep(
                    WorkerPort.open(configuration, embedded.executor(), allocator, registry, addresses),
                    EngineService::close);
        }
    }

    private Map<String, BooleanSupplier> checks(ServerConfiguration configuration, Optional<AuditLog> audit) {
        Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
        checks.put("engine_running", watch::isRunning);
        Path warehouse = configuration.catalog().warehouse();
        checks.put("catalog_reachable", () -> Files.isDirectory(warehouse));
        audit.ifPresent(log -> checks.put("audit_writable", log::isHealthy));
        return checks;
    }

    private void openOperations(String version, QueryHistory history) {
        ServerConfiguration configuration = current.get();
        MetricsSettings metrics = configuration.metrics();
        if (metrics.prometheusPort() == 0) {
            return;
        }
        String host = configuration.coordinator().host();
        Supplier<Set<String>> admins = () -> current.get().authentication().adminRoles();
        String mode = configuration.coordinator().mode().name().toLowerCase(Locale.ROOT);
        OperationsOptions options = new OperationsOptions(
                host, metrics.prometheusPort(), metrics.healthPort(), mode, version, admins.get(), watch::report);
        QueryDesk desk = new QueryDesk(active, history, authentication.authenticator(), admins);
        WebFrontDoor web = new WebFrontDoor(
                configuration,
                authentication.sessions(),
                reports,
                new ServerFacts(
                        current::get, () -> Optional.ofNullable(limited), this::caches, readiness, registry, version),
                registry);
        parts.keep(
                OperationsServer.open(options, registry::scrape, readiness, desk, pages(web, desk, version)),
                OperationsServer::close);
        web.address().ifPresent(address -> addresses.put("web UI", address));
        addresses.put("metrics", "http://%s:%d/metrics".formatted(host, metrics.prometheusPort()));
        addresses.put("health", "http://%s:%d/readyz".formatted(host, metrics.healthPort()));
    }

    private List<HttpFeature> pages(WebFrontDoor web, QueryDesk desk, String version) {
        List<HttpFeature> features = new ArrayList<>();
        features.add(new SessionsEndpoint(
                authentication.authenticator(),
                () -> current.get().authentication().adminRoles(),
                authentication.sessions()::endAll));
        features.addAll(web.pages(desk, version));
        return features;
    }

    private static EmbeddedOptions embedded(ServerConfiguration server, EnginePlace place) {
        CoordinatorSettings coordinator = server.coordinator();
        Resources resources = new Resources(
                OptionalLong.of(coordinator.memoryLimit().bytes()),
                coordinator.threads() == 0 ? OptionalInt.empty() : OptionalInt.of(coordinator.threads()),
                coordinator.spill().directory(),
                OptionalLong.of(
                        coordinator.spill().directory().isPresent()
                                ? coordinator.spill().limit().bytes()
                                : NO_SPILL_BYTES));
        return new EmbeddedOptions(
                new Warehouse.Directory(server.catalog().warehouse()),
                server.catalog().others(),
                resources,
                server.policy().file(),
                new Principal("server", Set.of()),
                ZoneOffset.UTC,
                server.storage().allowLocalPaths() ? LocalFiles.READABLE : LocalFiles.REFUSED,
                place);
    }

    private List<QueryObserver> observers(QueryHistory history, ServerAudit audit) {
        List<QueryObserver> observers = new ArrayList<>();
        audit.queries().ifPresent(observers::add);
        observers.add(new QueryMetrics(registry, active));
        observers.add(history);
        observers.add(new SlowQueryLog(() -> current.get().query().slowThreshold()));
        return observers;
    }

    private void bindGauges(List<CacheStatistics> caches) {
        parts.keep(registry, PrometheusMeterRegistry::close);
        CacheMetrics.bind(registry, caches);
        watch.bind(registry);
        new ServerGauges(registry)
                .sessions(authentication.sessions()::activeCount)
                .workers(watch::healthyWorkers)
                .waiting(limited::waitingCount)
                .memory(() -> current.get().coordinator().memoryLimit().bytes(), limited::reservedBytes);
    }

    @Override
    public Map<String, String> addresses() {
        return addresses;
    }

    /**
     * Takes over what can change while the server runs: limits, users, administrators, the rules of the policy, the certificate. All
     * is read before any of it changes.
     *
     * @throws UserFileException if a file of users is wrong; nothing has changed then
     * @throws PolicyFileException if the policy is wrong; nothing has changed then
     */
    @Override
    public void reload(Configuration configuration) {
        ServerConfiguration next = configuration.server();
        List<Runnable> changes = new ArrayList<>();
        changes.add(authentication.readAgain(next.authentication()));
        boolean hasRules = current.get().policy().file().isPresent();
        next.policy()
                .file()
                .filter(_ -> hasRules)
                .map(Optional::of)
                .map(embedded::readPolicyAgain)
                .ifPresent(changes::add);
        certificate.flatMap(own -> next.coordinator().tls().map(own::readAgain)).ifPresent(changes::add);
        changes.forEach(Runnable::run);
        current.set(next);
    }

    /** Ends in order: not ready, nothing new, what runs may finish for a while, then everything is closed. */
    @Override
    public void close() {
        readiness.moveTo(State.DRAINING);
        limited.refuseNew();
        try {
            if (!active.awaitNone(current.get().coordinator().shutdownDrain())) {
                active.all().forEach(query -> query.control().cancel());
                active.awaitNone(CANCELLED_END_WITHIN);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        parts.close();
    }

    /** Something could not be opened; the message is for whoever started it. */
    public static final class NotStartedException extends RuntimeException {
        NotStartedException(RuntimeException cause) {
            super("The server is not started. " + cause.getMessage(), cause);
        }
    }
}
