package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EmbeddedOptions;
import io.sqe.gateway.configuration.CoordinatorSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.trino.http.BrowserLogin;
import io.sqe.gateway.trino.http.FormLogin;
import io.sqe.gateway.trino.http.HttpTls;
import io.sqe.gateway.trino.http.TrinoHttpOptions;
import io.sqe.gateway.trino.http.TrinoHttpServer;
import io.sqe.gateway.trino.login.LoginLimits;
import io.sqe.gateway.trino.login.PendingLogins;
import java.time.Clock;

/** The port for clients of Trino. */
record TrinoPort(QueryEngine engine, ServerSecurity security) implements ServerPort {

    @Override
    public void open(ServerGround ground) {
        CoordinatorSettings coordinator = ground.configuration().coordinator();
        if (coordinator.trinoHttpPort() == 0) {
            return;
        }
        TrinoHttpOptions options = options(ground.configuration());
        TrinoHttpServer trino = ground.parts()
                .keep(
                        TrinoHttpServer.open(
                                options,
                                engine,
                                security.authentication().authenticator(),
                                browserLogin(options, ground.configuration()),
                                security.audit().clientWatch()),
                        TrinoHttpServer::close);
        if (trino.port() != coordinator.trinoHttpPort()) {
            throw new IllegalStateException("Cannot listen on %s:%d (coordinator.trino_http_port). Is the port in use?"
                    .formatted(coordinator.host(), coordinator.trinoHttpPort()));
        }
        new Spooling(trino::spooled, ground.registry()).bind();
        String scheme = coordinator.tls().isPresent() ? "https" : "http";
        ground.listensAt("Trino HTTP", "%s://%s:%d".formatted(scheme, coordinator.host(), coordinator.trinoHttpPort()));
    }

    /** The form, where there are users with passwords. Its tokens are those of Flight SQL. */
    private BrowserLogin browserLogin(TrinoHttpOptions options, ServerConfiguration server) {
        SealedTokens tokens = new SealedTokens(
                security.authentication().sessions(), security.audit().access());
        return server.authentication()
                .browserLogin()
                .map(LoginLimits.standard()::withValidFor)
                .<BrowserLogin>map(limits -> new FormLogin(
                        options,
                        new PendingLogins(limits, Clock.systemUTC()),
                        security.authentication().authenticator(),
                        tokens::issue,
                        security.audit().clientWatch().proxies()))
                .orElse(BrowserLogin.NONE);
    }

    private TrinoHttpOptions options(ServerConfiguration server) {
        CoordinatorSettings coordinator = server.coordinator();
        TrinoHttpOptions plain = TrinoHttpOptions.loopback(coordinator.trinoHttpPort(), EmbeddedOptions.CATALOG);
        return new TrinoHttpOptions(
                coordinator.host(),
                coordinator.trinoHttpPort(),
                security.certificate().map(TrinoPort::tls),
                passwordsOverHttp(server),
                plain.forwardedHeaders(),
                plain.environment(),
                plain.defaultCatalog(),
                plain.defaultZone(),
                plain.httpLimits(),
                plain.statementLimits().withSqlBytesMax(ServerLimits.PROTOCOL_SQL_BYTES_MAX),
                Spooling.limits(server.spooling()));
    }

    /** Where nobody else listens, or somebody has said that it may be. */
    private static TrinoHttpOptions.PasswordsOverHttp passwordsOverHttp(ServerConfiguration server) {
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
}
