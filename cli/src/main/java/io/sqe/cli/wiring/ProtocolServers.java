package io.sqe.cli.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.flight.FlightSqlOptions;
import io.sqe.gateway.flight.FlightSqlServer;
import io.sqe.gateway.flight.compression.Compression;
import io.sqe.gateway.flight.limit.FlightLimits;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.http.BrowserLogin;
import io.sqe.gateway.trino.http.FormLogin;
import io.sqe.gateway.trino.http.HttpTls;
import io.sqe.gateway.trino.http.TrinoHttpOptions;
import io.sqe.gateway.trino.http.TrinoHttpServer;
import io.sqe.gateway.trino.login.LoginLimits;
import io.sqe.gateway.trino.login.PendingLogins;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Opens the ports for queries, each protocol in front of the same engine and behind the same authentication. */
final class ProtocolServers {
    /** What a protocol takes at all; what is allowed ({@code query.max_sql_bytes}) can change meanwhile and is checked behind it. */
    private static final int SQL_BYTES_MAX = 16 << 20;

    private final ServerConfiguration server;
    private final QueryEngine engine;
    private final ServerAuthentication authentication;
    private final ServerAudit audit;
    private final Optional<LiveCertificate> certificate;
    private final String version;
    private final MeterRegistry registry;

    ProtocolServers(
            ServerConfiguration server,
            QueryEngine engine,
            ServerAuthentication authentication,
            ServerAudit audit,
            Optional<LiveCertificate> certificate,
            String version,
            MeterRegistry registry) {
        this.registry = registry;
        this.audit = audit;
        this.certificate = certificate;
        this.version = version;
        this.server = server;
        this.engine = engine;
        this.authentication = authentication;
    }

    void open(OpenedParts parts, Map<String, String> addresses) {
        openFlightSql(parts, addresses);
        openTrino(parts, addresses);
    }

    private void openFlightSql(OpenedParts parts, Map<String, String> addresses) {
        CoordinatorSettings coordinator = server.coordinator();
        if (coordinator.flightSqlPort() != 0) {
            BufferAllocator allocator = parts.keep(new RootAllocator(), BufferAllocator::close);
            parts.keep(
                    FlightSqlServer.open(
                            flightSqlOptions(),
                            engine,
                            authentication.authenticator(),
                            new SealedTokens(authentication.sessions(), audit.access()),
                            ProtocolServers::newSession,
                            audit.clientWatch(),
                            allocator),
                    FlightSqlServer::close);
            addresses.put("Flight SQL", address("grpc", "grpc+tls", coordinator.flightSqlPort()));
        }
    }

    private void openTrino(OpenedParts parts, Map<String, String> addresses) {
        CoordinatorSettings coordinator = server.coordinator();
        if (coordinator.trinoHttpPort() != 0) {
            TrinoHttpServer trino = parts.keep(
                    TrinoHttpServer.open(
                            trinoOptions(),
                            engine,
                            authentication.authenticator(),
                            browserLogin(),
                            audit.clientWatch()),
                    TrinoHttpServer::close);
            if (trino.port() != coordinator.trinoHttpPort()) {
                throw new IllegalStateException(
                        "Cannot listen on %s:%d (coordinator.trino_http_port). Is the port in use?"
                                .formatted(coordinator.host(), coordinator.trinoHttpPort()));
            }
            new Spooling(trino::spooled, registry).bind();
            addresses.put("Trino HTTP", address("http", "https", coordinator.trinoHttpPort()));
        }
    }

    private BrowserLogin browserLogin() {
        SealedTokens tokens = new SealedTokens(authentication.sessions(), audit.access());
        return server.authentication()
                .browserLogin()
                .map(LoginLimits.standard()::withValidFor)
                .<BrowserLogin>map(limits -> new FormLogin(
                        trinoOptions(),
                        new PendingLogins(limits, Clock.systemUTC()),
                        authentication.authenticator(),
                        tokens::issue,
                        audit.clientWatch().proxies()))
                .orElse(BrowserLogin.NONE);
    }

    private FlightSqlOptions flightSqlOptions() {
        CoordinatorSettings coordinator = server.coordinator();
        FlightSqlOptions plain = FlightSqlOptions.loopback()
                .withAddress(coordinator.host(), coordinator.flightSqlPort())
                .withLimits(limits())
                .withCompression(
                        Compression.valueOf(coordinator.flightCompression().name()))
                .withVersion(version);
        return certificate
                .map(own -> plain.withTls(new FlightSqlOptions.Tls(own, own.clientAuthorities())))
                .orElse(plain);
    }

    /** A reader that stalls is cut off when its query is stopped; before that Flight's own limit would be in the way. */
    private FlightLimits limits() {
        FlightLimits standard = FlightLimits.standard();
        standard = standard.with(standard.messages().withSqlBytesMax(SQL_BYTES_MAX));
        Duration idle = server.query().times().idleResult();
        return idle.isZero() ? standard : standard.with(standard.work().withStalledReaderMax(idle));
    }

    private static Session newSession(Principal principal) {
        return new Session(principal, EmbeddedOptions.CATALOG, Optional.of(EmbeddedOptions.NAMESPACE), ZoneOffset.UTC);
    }

    private TrinoHttpOptions trinoOptions() {
        CoordinatorSettings coordinator = server.coordinator();
        TrinoHttpOptions plain = TrinoHttpOptions.loopback(coordinator.trinoHttpPort(), EmbeddedOptions.CATALOG);
        return new TrinoHttpOptions(
                coordinator.host(),
                coordinator.trinoHttpPort(),
                certificate.map(ProtocolServers::tls),
                passwordsOverHttp(),
                plain.forwardedHeaders(),
                plain.environment(),
                plain.defaultCatalog(),
                plain.defaultZone(),
                plain.httpLimits(),
                plain.statementLimits().withSqlBytesMax(SQL_BYTES_MAX),
                Spooling.limits(server.spooling()));
    }

    /** Where nobody else listens, or somebody has said that it may be. */
    private TrinoHttpOptions.PasswordsOverHttp passwordsOverHttp() {
        return server.coordinator().isLocal() || server.security().allowInsecureTransport()
                ? TrinoHttpOptions.PasswordsOverHttp.ALLOWED
                : TrinoHttpOptions.PasswordsOverHttp.REFUSED;
    }

    private static HttpTls tls(LiveCertificate own) {
        return new HttpTls(
                own.context(),
                own.clientAuthorities().isEmpty()
                        ? HttpTls.ClientCertificates.NOT_ASKED_FOR
                        : HttpTls.ClientCertificates.REQUIRED);
    }

    private String address(String plain, String sealed, int port) {
        CoordinatorSettings coordinator = server.coordinator();
        return "%s://%s:%d".formatted(coordinator.tls().isPresent() ? sealed : plain, coordinator.host(), port);
    }
}
