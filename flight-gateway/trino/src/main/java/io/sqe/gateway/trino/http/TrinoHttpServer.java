package io.sqe.gateway.trino.http;

import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.sqe.gateway.http.HttpDoor;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.query.ClientWatch;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.trino.session.EngineStatements;
import io.sqe.gateway.trino.spooling.SegmentEncoding;
import io.sqe.gateway.trino.spooling.SegmentStore;
import io.sqe.gateway.trino.spooling.SpoolStatistics;
import io.sqe.gateway.trino.statement.StatementRegistry;

/** Serves Trino's clients over HTTP. Closed by its opener, before the engine. */
public final class TrinoHttpServer implements AutoCloseable {
    private final WebServer server;
    private final StatementRegistry statements;
    private final SegmentStore segments;

    private TrinoHttpServer(WebServer server, StatementRegistry statements, SegmentStore segments) {
        this.server = server;
        this.statements = statements;
        this.segments = segments;
    }

    /** Opens the server; it answers when this returns. The engine stays its opener's. */
    public static TrinoHttpServer open(TrinoHttpOptions options, QueryEngine engine, Authenticator authenticator) {
        return open(options, engine, authenticator, BrowserLogin.NONE);
    }

    /** As above, with a login through a browser for clients that show no credentials. */
    public static TrinoHttpServer open(
            TrinoHttpOptions options, QueryEngine engine, Authenticator authenticator, BrowserLogin browserLogin) {
        return open(options, engine, authenticator, browserLogin, ClientWatch.NONE);
    }

    /**
     * As the others.
     *
     * @param watch knows where clients are, and is told of refusals
     */
    public static TrinoHttpServer open(
            TrinoHttpOptions options,
            QueryEngine engine,
            Authenticator authenticator,
            BrowserLogin browserLogin,
            ClientWatch watch) {
        SegmentStore segments = SegmentStore.open(options.spoolLimits());
        StatementRegistry statements = StatementRegistry.open(
                new EngineStatements(engine, options.defaultCatalog(), options.defaultZone()),
                options.statementLimits(),
                statement -> SegmentEncoding.of(statement.context().dataEncodings(), segments),
                EngineStatements::runTimeMax);
        RequestAddress address = new RequestAddress(options.forwardedHeaders());
        var authentication =
                new RequestAuthentication(authenticator, options.passwordsOverHttp(), address, watch.proxies());
        HttpRouting.Builder routing = HttpRouting.builder()
                .register("/v1/statement", new StatementEndpoint(statements, authentication, address, watch))
                .register("/v1/spooled", new SpooledEndpoint(segments))
                .register("/v1", new InfoEndpoint(options.environment()));
        browserLogin.route(routing);
        new FailureAnswers(browserLogin, address).route(routing);
        WebServer server = listener(options).routing(routing).build();
        try {
            return new TrinoHttpServer(server.start(), statements, segments);
        } catch (RuntimeException failure) {
            statements.close();
            segments.close();
            throw failure;
        }
    }

    private static WebServerConfig.Builder listener(TrinoHttpOptions options) {
        HttpLimits limits = options.httpLimits();
        WebServerConfig.Builder listener = WebServer.builder()
                .host(options.host())
                .port(options.port())
                .shutdownHook(false)
                .maxPayloadSize(limits.bodyBytesMax())
                .directHandlers(FailureAnswers.transport());
        Http1Config http = Http1Config.builder()
                .maxHeadersSize(limits.headerBytesMax())
                .validateRequestHeaders(true)
                .validateResponseHeaders(true)
                .build();
        HttpDoor.before(listener, http, limits.connections());
        options.tls()
                .ifPresent(tls -> listener.tls(Tls.builder()
                        .sslContext(tls.context())
                        .clientAuth(clientAuth(tls))
                        .build()));
        return listener;
    }

    private static TlsClientAuth clientAuth(HttpTls tls) {
        return switch (tls.clients()) {
            case NOT_ASKED_FOR -> TlsClientAuth.NONE;
            case REQUIRED -> TlsClientAuth.REQUIRED;
        };
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    /** What is kept of results until clients fetch it. */
    public SpoolStatistics spooled() {
        return segments.statistics();
    }

    /** Stops listening and ends all statements. */
    @Override
    public void close() {
        server.stop();
        statements.close();
        segments.close();
    }
}
