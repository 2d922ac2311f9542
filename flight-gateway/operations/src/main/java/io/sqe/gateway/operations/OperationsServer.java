package io.sqe.gateway.operations;

import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.sqe.gateway.http.ConnectionLimits;
import io.sqe.gateway.http.HttpDoor;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The metrics port and the health port. Open before everything else, so that whoever asks is told that the server is starting. */
public final class OperationsServer implements AutoCloseable {
    private static final String HEALTH = "health";
    /** Of each port. Probes and scrapes come in one packet; who sends a form, or reads nothing of a page, has half a minute. */
    static final ConnectionLimits CONNECTIONS = new ConnectionLimits(
            256,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private static final int REQUEST_BYTES_MAX = 64 << 10;

    private final WebServer server;

    private OperationsServer(WebServer server) {
        this.server = server;
    }

    /**
     * Opens both ports; the caller closes them.
     *
     * @param more of the API, beside what every server has
     * @param pages beside it on the health port
     * @throws UncheckedIOException if one of them is in use; the web server itself only logs that
     */
    public static OperationsServer open(
            OperationsOptions options,
            Exposition metrics,
            Readiness readiness,
            QueryDesk queries,
            List<? extends ApiEndpoint> more,
            List<? extends HttpFeature> pages) {
        StatusService status = new StatusService(options, readiness, queries);
        List<ApiEndpoint> api = new ArrayList<>(List.of(status, new QueriesService(queries)));
        api.addAll(more);
        WebServerConfig.Builder both = WebServer.builder()
                .host(options.host())
                .port(options.metricsPort())
                .maxPayloadSize(REQUEST_BYTES_MAX)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .routing(metricsPort(metrics, status))
                .putSocket(HEALTH, health(options, routes(api), pages));
        HttpDoor.before(both, Http1Config.create(), CONNECTIONS);
        WebServer server = both.build().start();
        if (!server.isRunning()) {
            throw new UncheckedIOException(new BindException(
                    "Cannot listen on %s, ports %d and %d (metrics.prometheus_port). Is one of them in use?"
                            .formatted(options.host(), options.metricsPort(), options.healthPort())));
        }
        return new OperationsServer(server);
    }

    private static ListenerConfig health(
            OperationsOptions options, List<ApiRoute> api, List<? extends HttpFeature> pages) {
        HttpRouting.Builder routing = HttpRouting.builder();
        register(api, routing);
        pages.forEach(routing::addFeature);
        ListenerConfig.Builder listener = ListenerConfig.builder()
                .host(options.host())
                .port(options.healthPort())
                .maxPayloadSize(REQUEST_BYTES_MAX)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .routing(routing);
        HttpDoor.before(listener, Http1Config.create(), CONNECTIONS);
        options.tls()
                .ifPresent(context ->
                        listener.tls(Tls.builder().sslContext(context).build()));
        return listener.build();
    }

    /** All that the API answers. */
    static List<ApiRoute> routes(List<? extends ApiEndpoint> api) {
        return api.stream()
                .map(part -> switch (part) {
                    case StatusService status -> status.routes();
                    case QueriesService queries -> queries.routes();
                    case OverviewEndpoint overview -> overview.routes();
                    case SessionsEndpoint sessions -> sessions.routes();
                })
                .flatMap(List::stream)
                .toList();
    }

    private static void register(List<ApiRoute> routes, HttpRouting.Builder routing) {
        routes.forEach(route -> routing.route(route.method(), route.path(), route.handler()));
    }

    /** Never with TLS: what probes and scrapes is told nothing that is not open to anybody. */
    private static HttpRouting.Builder metricsPort(Exposition metrics, StatusService status) {
        HttpRouting.Builder routing =
                HttpRouting.builder().get("/metrics", (request, response) -> sendMetrics(request, response, metrics));
        register(status.probes(), routing);
        return routing;
    }

    private static void sendMetrics(ServerRequest request, ServerResponse response, Exposition metrics) {
        Exposition.Format format =
                Exposition.Format.of(request.headers().first(HeaderNames.ACCEPT).orElse(""));
        response.status(Status.OK_200)
                .header("Content-Type", format.contentType())
                .send(metrics.text(format));
    }

    public int metricsPort() {
        return server.port();
    }

    public int healthPort() {
        return server.port(HEALTH);
    }

    @Override
    public void close() {
        server.stop();
    }
}
