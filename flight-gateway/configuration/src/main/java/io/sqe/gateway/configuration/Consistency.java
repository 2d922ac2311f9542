package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.AuthenticationSettings.ProviderType;
import io.sqe.gateway.configuration.PolicySettings.Engine;
import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Origin;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds settings that are each right and together wrong. */
final class Consistency {
    private static final int PORT_MAX = 65535;
    /** Of Trino's protocol: rows of one answer. */
    private static final long INLINE_BYTES_MAX = 16L << 20;

    private static final String MAIN_CATALOG = "lake";

    private final Settings settings;
    private final ServerConfiguration server;
    private final List<Problem> problems = new ArrayList<>();

    Consistency(Settings settings, ServerConfiguration server) {
        this.settings = settings;
        this.server = server;
    }

    List<Problem> problems() {
        new WorkerRules(settings, server).problems().forEach(problems::add);
        checkPorts();
        checkTls();
        checkProviders();
        checkCatalogs();
        checkPolicy();
        checkSessions();
        checkQueries();
        checkGroups();
        checkSpooling();
        return problems;
    }

    private void checkPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(
                CoordinatorSettings.FLIGHT_SQL_PORT.path(), server.coordinator().flightSqlPort());
        ports.put(
                CoordinatorSettings.TRINO_HTTP_PORT.path(), server.coordinator().trinoHttpPort());
        ports.put(MetricsSettings.PROMETHEUS_PORT.path(), server.metrics().prometheusPort());
        if (server.worker().isListening(server.coordinator().mode())) {
            ports.put(WorkerSettings.FLIGHT_PORT.path(), server.worker().flightPort());
        }
        ports.put(
                "the health port (metrics.prometheus_port + 1)",
                server.metrics().healthPort());
        Map<Integer, String> owners = new LinkedHashMap<>();
        ports.forEach((name, port) -> {
            String owner = port == 0 ? null : owners.putIfAbsent(port, name);
            if (owner != null) {
                problems.add(Problem.error(
                        new Origin.Standard(), "%s and %s are both port %d; change one".formatted(owner, name, port)));
            }
        });
        if (server.metrics().healthPort() > PORT_MAX) {
            error(
                    MetricsSettings.PROMETHEUS_PORT,
                    "the health port above it would be %d; choose a lower one"
                            .formatted(server.metrics().healthPort()));
        }
    }

    private void checkTls() {
        Optional<Path> certificate = settings.value(CoordinatorSettings.CERT_FILE);
        Optional<Path> key = settings.value(CoordinatorSettings.KEY_FILE);
        if (certificate.isPresent() != key.isPresent()) {
            boolean hasCertificate = certificate.isPresent();
            error(
                    hasCertificate ? CoordinatorSettings.CERT_FILE : CoordinatorSettings.KEY_FILE,
                    "TLS needs both cert_file and key_file; %s is missing"
                            .formatted(hasCertificate ? "key_file" : "cert_file"));
        }
        if (server.metrics().tls() && certificate.isEmpty()) {
            error(MetricsSettings.TLS, "TLS needs a certificate: set coordinator.tls.cert_file and key_file");
        }
        checkReadable(CoordinatorSettings.CERT_FILE);
        checkReadable(CoordinatorSettings.KEY_FILE);
        checkReadable(CoordinatorSettings.CA_FILE);
        if (settings.value(CoordinatorSettings.CA_FILE).isPresent() && certificate.isEmpty()) {
            error(CoordinatorSettings.CA_FILE, "checking clients' certificates needs TLS: set cert_file and key_file");
        }
        server.coordinator()
                .tls()
                .filter(files -> isReadable(files.certificate()) && isReadable(files.key()))
                .filter(files -> files.authorities().stream().allMatch(Consistency::isReadable))
                .ifPresent(files -> new TlsChecks(settings, Instant.now()).check(files, problems));
    }

    private void checkReadable(Key<Optional<Path>> key, String... names) {
        settings.value(key, names)
                .filter(file -> !isReadable(file))
                .ifPresent(file -> error(key, "cannot read the file %s".formatted(file), names));
    }

    private static boolean isReadable(Path file) {
        return Files.isReadable(file) && !Files.isDirectory(file);
    }

    private void checkProviders() {
        for (String at : settings.names(AuthenticationSettings.PROVIDERS)) {
            ProviderType type = settings.value(AuthenticationSettings.TYPE, at);
            boolean hasFile =
                    settings.value(AuthenticationSettings.USERS_FILE, at).isPresent();
            if (type == ProviderType.STATIC && !hasFile) {
                error(AuthenticationSettings.TYPE, "a static provider needs users_file", at);
            }
            if (type == ProviderType.ANONYMOUS
                    && settings.value(AuthenticationSettings.USER, at).isBlank()) {
                error(AuthenticationSettings.USER, "the anonymous user needs a name", at);
            }
            checkReadable(AuthenticationSettings.USERS_FILE, at);
            checkReadable(AuthenticationSettings.JWKS_FILE, at);
            if (AuthenticationSettings.provider(settings, at)
                    instanceof AuthenticationSettings.Provider.BearerTokens tokens) {
                new ProviderRules(settings, problems, at).check(tokens);
            }
            settings.value(AuthenticationSettings.USERS_FILE, at)
                    .filter(FileAccess::isForOthers)
                    .ifPresent(file -> problems.add(Problem.warning(
                            settings.origin(AuthenticationSettings.USERS_FILE, at),
                            "%s: others than its owner can read the password hashes. Run: chmod 600 %s"
                                    .formatted(AuthenticationSettings.USERS_FILE.at(at), file))));
        }
    }

    private void checkCatalogs() {
        for (String name : settings.names(CatalogSettings.OTHERS)) {
            if (name.equals(MAIN_CATALOG)) {
                error(
                        CatalogSettings.OTHER_WAREHOUSE,
                        "the catalog lake is catalog.warehouse; choose another name",
                        name);
            } else if (settings.value(CatalogSettings.OTHER_WAREHOUSE, name)
                    .filter(Files::isDirectory)
                    .isEmpty()) {
                error(CatalogSettings.OTHER_WAREHOUSE, "is no folder with a warehouse", name);
            }
        }
    }

    private void checkPolicy() {
        boolean hasFile = server.policy().file().isPresent();
        if (server.policy().engine() == Engine.IN_MEMORY && !hasFile) {
            error(PolicySettings.ENGINE, "in_memory needs the rules of policy.file");
        }
        if (server.policy().engine() == Engine.PASSTHROUGH && hasFile) {
            error(PolicySettings.FILE, "has no effect under policy.engine = \"passthrough\"; use \"in_memory\"");
        }
        checkReadable(PolicySettings.FILE);
    }

    private void checkSessions() {
        SessionSettings session = server.session();
        if (session.idleTimeout().compareTo(session.absoluteTimeout()) > 0) {
            error(SessionSettings.IDLE_TIMEOUT, "is longer than session.absolute_timeout_secs");
        }
        if (session.idleTimeout().isZero()) {
            error(SessionSettings.IDLE_TIMEOUT, "must be at least a second");
        }
        if (settings.value(SessionSettings.REVOCATIONS_PATH).isEmpty()) {
            error(SessionSettings.REVOCATIONS_PATH, "is empty; a logout would not outlive this process");
        }
        if (session.clusterKeys().isEmpty() && session.secretsPath().isEmpty()) {
            error(SessionSettings.SECRETS_PATH, "session tokens need a key: set this or session.cluster_keys");
        }
    }

    private void checkQueries() {
        QuerySettings query = server.query();
        if (query.queryMemory().bytes() > server.coordinator().memoryLimit().bytes()) {
            error(
                    QuerySettings.RESERVED_QUERY_MEMORY,
                    "%s is more than coordinator.memory_limit (%s): no query could ever start"
                            .formatted(query.queryMemory(), server.coordinator().memoryLimit()));
        }
        long perUser = query.perUserMemory().bytes();
        if (perUser > 0 && query.queryMemory().bytes() > perUser) {
            error(
                    QuerySettings.PER_USER_MEMORY,
                    "%s is less than query.reserved_query_memory (%s): no query could ever start"
                            .formatted(query.perUserMemory(), query.queryMemory()));
        }
    }

    private void checkGroups() {
        for (ResourceGroupSettings group : server.resourceGroups()) {
            long share = server.coordinator().memoryLimit().bytes() / 100 * group.memoryPercent();
            if (share < server.query().queryMemory().bytes()) {
                error(
                        ResourceGroupSettings.MEMORY_PERCENT,
                        "%d%% of coordinator.memory_limit is less than query.reserved_query_memory (%s): only one query could run"
                                .formatted(group.memoryPercent(), server.query().queryMemory()),
                        group.name());
            }
        }
    }

    private void checkSpooling() {
        MemorySize inline = server.spooling().inlineBytesMax();
        if (inline.bytes() > INLINE_BYTES_MAX) {
            error(SpoolingSettings.MAX_INLINE, "%s is more than an answer holds; 16MB is the most".formatted(inline));
        }
        if (server.spooling().diskBytesMax().bytes() > 0
                && server.spooling().directory().isEmpty()) {
            error(SpoolingSettings.MAX_DISK, "results on disk need spooling.directory; 0 keeps them in memory");
        }
    }

    private void error(Key<?> key, String message, String... names) {
        problems.add(Problem.error(settings.origin(key, names), key.at(names) + ": " + message));
    }
}
