package io.sqe.cli.wiring;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sqe.cli.wiring.EmbeddedOptions.LocalFiles;
import io.sqe.cli.wiring.EmbeddedOptions.Resources;
import io.sqe.cli.wiring.EmbeddedOptions.Warehouse;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.configuration.Configuration;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.MetricsSettings;
import io.sqe.gateway.configuration.MetricsSettings.QueryText;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.identity.UserFileException;
import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.QueryMetrics;
import io.sqe.gateway.observation.QueryObserver;
import io.sqe.gateway.observation.ServerGauges;
import io.sqe.gateway.observation.SlowQueryLog;
import io.sqe.gateway.observation.audit.AuditEntry;
import io.sqe.gateway.observation.audit.AuditLog;
import io.sqe.gateway.observation.audit.AuditedQueries;
import io.sqe.gateway.operations.OperationsOptions;
import io.sqe.gateway.operations.OperationsServer;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.Readiness.State;
import io.sqe.gateway.operations.SessionsEndpoint;
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

/**
 * A server, put together and running. One engine stands behind every protocol: observed outermost, so that refusals are seen; then
 * limited; then the engine within this process.
 */
public final class SqeServer implements AutoCloseable {
    /** Of nothing at all the engine would take its own standard. */
    private static final long NO_SPILL_BYTES = 1;

    private static final Duration CANCELLED_END_WITHIN = Duration.ofSeconds(3);

    private final AtomicReference<ServerConfiguration> current;
    private final Clock clock = Clock.systemUTC();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ActiveQueries active = new ActiveQueries();
    private final OpenedParts parts;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Readiness readiness;
    private final ServerAuthentication authentication;
    private final EmbeddedEngine embedded;
    private final LimitedEngine limited;
    private final Optional<LiveCertificate> certificate;

    private SqeServer(ServerConfiguration configuration, String version, OpenedParts parts) {
        this.parts = parts;
        this.current = new AtomicReference<>(configuration);
        Optional<AuditLog> audit = configuration.metrics().audit().map(this::openAudit);
        this.certificate = configuration.coordinator().tls().map(LiveCertificate::read);
        this.authentication = ServerAuthentication.of(
                current::get, registry, name -> audit.ifPresent(log -> refusedLogin(log, name)));
        this.readiness = new Readiness(checks(configuration, audit));
        QueryHistory history = new QueryHistory(
                configuration.history().entriesMax(), configuration.history().timeToLive(), clock);
        openOperations(version, history);
        this.embedded = EmbeddedEngine.open(embedded(configuration));
        this.limited = new LimitedEngine(embedded, () -> ServerLimits.of(current.get()), new ServerMemory(embedded));
        ObservedEngine engine = parts.keep(
                new ObservedEngine(limited, active, observers(history, audit), clock), ObservedEngine::close);
        bindGauges();
        new ProtocolServers(configuration, engine, authentication, certificate, version).open(parts, addresses);
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

    private AuditLog openAudit(MetricsSettings.AuditSettings settings) {
        return parts.keep(AuditLog.open(settings.file(), settings.fileSizeMax().bytes(), clock), AuditLog::close);
    }

    private void refusedLogin(AuditLog log, Optional<String> name) {
        log.append(new AuditEntry(clock.instant(), AuditEntry.Kind.AUTH)
                .with("username", name)
                .with("status", "error"));
    }

    private static Map<String, BooleanSupplier> checks(ServerConfiguration configuration, Optional<AuditLog> audit) {
        Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
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
                host, metrics.prometheusPort(), metrics.healthPort(), mode, version, admins.get());
        parts.keep(
                OperationsServer.open(
                        options,
                        registry::scrape,
                        readiness,
                        new QueryDesk(active, history, authentication.authenticator(), admins),
                        List.of(new SessionsEndpoint(
                                authentication.authenticator(), admins, authentication.sessions()::endAll))),
                OperationsServer::close);
        addresses.put("metrics", "http://%s:%d/metrics".formatted(host, metrics.prometheusPort()));
        addresses.put("health", "http://%s:%d/readyz".formatted(host, metrics.healthPort()));
    }

    private static EmbeddedOptions embedded(ServerConfiguration server) {
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
                server.storage().allowLocalPaths() ? LocalFiles.READABLE : LocalFiles.REFUSED);
    }

    private List<QueryObserver> observers(QueryHistory history, Optional<AuditLog> audit) {
        List<QueryObserver> observers = new ArrayList<>();
        audit.map(log -> new AuditedQueries(log, text(current.get().metrics()))).ifPresent(observers::add);
        observers.add(new QueryMetrics(registry, active));
        observers.add(history);
        observers.add(new SlowQueryLog(() -> current.get().query().slowThreshold()));
        return observers;
    }

    private static AuditedQueries.Text text(MetricsSettings metrics) {
        QueryText asked =
                metrics.audit().map(MetricsSettings.AuditSettings::queryText).orElse(QueryText.OFF);
        return switch (asked) {
            case OFF -> AuditedQueries.Text.OMITTED;
            case REDACTED -> AuditedQueries.Text.WITHOUT_LITERALS;
            case FULL -> AuditedQueries.Text.WITHOUT_PERSONAL_DATA;
        };
    }

    private void bindGauges() {
        parts.keep(registry, PrometheusMeterRegistry::close);
        new ServerGauges(registry)
                .sessions(authentication.sessions()::activeCount)
                .workers(() -> 0)
                .waiting(limited::waitingCount)
                .memory(() -> current.get().coordinator().memoryLimit().bytes(), limited::reservedBytes);
    }

    /** Where it listens, by what is there. */
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
