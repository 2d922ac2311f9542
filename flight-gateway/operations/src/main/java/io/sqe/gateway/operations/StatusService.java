package io.sqe.gateway.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /healthz}, {@code /readyz} and {@code /api/v1/status}: open to anybody, and with nothing in them that is not. */
final class StatusService implements ApiEndpoint {
    private final OperationsOptions options;
    private final Readiness readiness;
    private final QueryDesk queries;
    private final long startNanos = System.nanoTime();

    StatusService(OperationsOptions options, Readiness readiness, QueryDesk queries) {
        this.options = options;
        this.readiness = readiness;
        this.queries = queries;
    }

    List<ApiRoute> routes() {
        return Stream.concat(probes().stream(), Stream.of(ApiRoute.open(Method.GET, "/api/v1/status", this::status)))
                .toList();
    }

    /** What asks every few seconds whether the server lives, and should be sent queries. */
    List<ApiRoute> probes() {
        return List.of(
                ApiRoute.open(Method.GET, "/healthz", (_, response) -> response.send("ok")),
                ApiRoute.open(Method.GET, "/readyz", this::ready));
    }

    private void ready(ServerRequest request, ServerResponse response) {
        Map<String, Boolean> answers = readiness.answers();
        List<String> failed = Readiness.failed(answers);
        ObjectNode document = Json.object().put("status", failed.isEmpty() ? "ready" : "not_ready");
        ObjectNode checks = document.putObject("checks");
        answers.forEach(checks::put);
        failed.forEach(document.putArray("failed")::add);
        Json.send(response, failed.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503, document);
    }

    private void status(ServerRequest request, ServerResponse response) {
        ObjectNode document = Json.object()
                .put("role", options.role())
                .put("version", options.version())
                .put("state", readiness.state().name().toLowerCase(Locale.ROOT))
                .put(
                        "uptime_secs",
                        Duration.ofNanos(System.nanoTime() - startNanos).toSeconds())
                .put("active_queries", queries.active().count());
        EngineReport engine = options.engine().get();
        document.putObject("engine")
                .put("place", engine.place())
                .put("running", engine.running())
                .put("standby", engine.standby())
                .put("restarts", engine.restarts());
        document.putObject("workers").put("healthy", engine.workersHealthy()).put("total", engine.workersTotal());
        Json.send(response, Status.OK_200, document);
    }
}
