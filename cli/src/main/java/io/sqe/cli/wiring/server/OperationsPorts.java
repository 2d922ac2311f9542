package io.sqe.cli.wiring.server;

import io.helidon.webserver.http.HttpFeature;
import io.sqe.gateway.configuration.MetricsSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.operations.ApiEndpoint;
import io.sqe.gateway.operations.OperationsOptions;
import io.sqe.gateway.operations.OperationsServer;
import io.sqe.gateway.operations.QueryDesk;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.web.WebPages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The ports for metrics and for health, with whatever pages are served beside health.
 *
 * @param operators whoever has one of these roles sees and stops the queries of others
 * @param api beside what workers have too
 * @param certificate that the health port may show
 */
record OperationsPorts(
        EngineWatch engine,
        Readiness readiness,
        QueryDesk desk,
        Set<String> operators,
        Optional<LiveCertificate> certificate,
        List<ApiEndpoint> api,
        List<HttpFeature> pages)
        implements ServerPort {

    @Override
    public void open(ServerGround ground) {
        ServerConfiguration configuration = ground.configuration();
        MetricsSettings metrics = configuration.metrics();
        if (metrics.prometheusPort() == 0) {
            return;
        }
        String host = configuration.coordinator().host();
        String mode = configuration.coordinator().mode().name().toLowerCase(Locale.ROOT);
        OperationsOptions options = new OperationsOptions(
                        host,
                        metrics.prometheusPort(),
                        metrics.healthPort(),
                        mode,
                        ground.version(),
                        operators,
                        engine::report)
                .withTls(certificate.filter(_ -> metrics.tls()).map(LiveCertificate::context));
        String scheme = options.tls().isPresent() ? "https" : "http";
        ground.parts()
                .keep(
                        OperationsServer.open(
                                options,
                                format -> ground.registry().scrape(format.contentType()),
                                readiness,
                                desk,
                                api,
                                pages),
                        OperationsServer::close);
        if (pages.stream().anyMatch(WebPages.class::isInstance)) {
            ground.listensAt("web UI", "%s://%s:%d/".formatted(scheme, host, metrics.healthPort()));
        }
        ground.listensAt("metrics", "http://%s:%d/metrics".formatted(host, metrics.prometheusPort()));
        ground.listensAt("health", "%s://%s:%d/readyz".formatted(scheme, host, metrics.healthPort()));
    }
}
