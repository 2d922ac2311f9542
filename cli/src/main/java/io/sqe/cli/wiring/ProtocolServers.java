package io.sqe.cli.wiring;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.CoordinatorSettings.TlsFiles;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.flight.FlightSqlOptions;
import io.sqe.gateway.flight.FlightSqlServer;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.http.BrowserLogin;
import io.sqe.gateway.trino.http.TrinoHttpOptions;
import io.sqe.gateway.trino.http.TrinoHttpServer;
import io.sqe.policy.decision.Principal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Opens the ports for queries, each protocol in front of the same engine and behind the same authentication. */
final class ProtocolServers {
    private final ServerConfiguration server;
    private final QueryEngine engine;
    private final ServerAuthentication authentication;
    private final ServerAudit audit;
    private final String version;

    ProtocolServers(
            ServerConfiguration server,
            QueryEngine engine,
            ServerAuthentication authentication,
            ServerAudit audit,
            String version) {
        this.audit = audit;
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
                            BrowserLogin.NONE,
                            audit.clientWatch()),
                    TrinoHttpServer::close);
            if (trino.port() != coordinator.trinoHttpPort()) {
                throw new IllegalStateException(
                        "Cannot listen on %s:%d (coordinator.trino_http_port). Is the port in use?"
                                .formatted(coordinator.host(), coordinator.trinoHttpPort()));
            }
            addresses.put("Trino HTTP", address("http", "https", coordinator.trinoHttpPort()));
        }
    }

    private FlightSqlOptions flightSqlOptions() {
        CoordinatorSettings coordinator = server.coordinator();
        FlightSqlOptions plain = FlightSqlOptions.loopback()
                .withAddress(coordinator.host(), coordinator.flightSqlPort())
                .withVersion(version);
        return coordinator
                .tls()
                .map(files -> plain.withTls(new FlightSqlOptions.Tls(files.certificate(), files.key())))
                .orElse(plain);
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
                coordinator.tls().map(ProtocolServers::tls).map(Tls::sslContext),
                passwordsOverHttp(),
                plain.forwardedHeaders(),
                plain.environment(),
                plain.defaultCatalog(),
                plain.defaultZone(),
                plain.httpLimits(),
                plain.statementLimits(),
                plain.spoolLimits());
    }

    /** Where nobody else listens, or somebody has said that it may be. */
    private TrinoHttpOptions.PasswordsOverHttp passwordsOverHttp() {
        return server.coordinator().isLocal() || server.security().allowInsecureTransport()
                ? TrinoHttpOptions.PasswordsOverHttp.ALLOWED
                : TrinoHttpOptions.PasswordsOverHttp.REFUSED;
    }

    private static Tls tls(TlsFiles files) {
        Keys keys = Keys.builder()
                .pem(pem -> pem.key(Resource.create(files.key())).certChain(Resource.create(files.certificate())))
                .build();
        return Tls.builder()
                .privateKey(keys.privateKey().orElseThrow())
                .privateKeyCertChain(keys.certChain())
                .build();
    }

    private String address(String plain, String sealed, int port) {
        CoordinatorSettings coordinator = server.coordinator();
        return "%s://%s:%d".formatted(coordinator.tls().isPresent() ? sealed : plain, coordinator.host(), port);
    }
}
