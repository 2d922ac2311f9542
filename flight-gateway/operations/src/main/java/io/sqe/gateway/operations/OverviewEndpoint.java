package io.sqe.gateway.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.gateway.identity.Authenticator;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /api/v1/overview}, {@code /api/v1/workers} and {@code /api/v1/metrics/history}: what a server holds and does, for who proves
 * to be somebody. Numbers alone, of nobody's query.
 */
public final class OverviewEndpoint implements ApiEndpoint {
    private final KnownAskers askers;
    private final Supplier<ServerSample> now;
    private final Supplier<EngineReport> engine;
    private final Supplier<List<WorkerReport>> workers;
    private final MetricsHistory history;

    /**
     * @param now quick to ask
     * @param engine quick to ask
     * @param workers quick to ask; none where the engine is this server's own
     */
    public OverviewEndpoint(
            Authenticator authenticator,
            Supplier<ServerSample> now,
            Supplier<EngineReport> engine,
            Supplier<List<WorkerReport>> workers,
            MetricsHistory history) {
        this.askers = new KnownAskers(authenticator);
        this.now = now;
        this.engine = engine;
        this.workers = workers;
        this.history = history;
    }

    List<ApiRoute> routes() {
        return List.of(
                ApiRoute.known(Method.GET, "/api/v1/overview", askers, (_, _, response) -> overview(response)),
                ApiRoute.known(Method.GET, "/api/v1/workers", askers, (_, _, response) -> workers(response)),
                ApiRoute.known(Method.GET, "/api/v1/metrics/history", askers, (_, _, response) -> history(response)));
    }

    private void overview(ServerResponse response) {
        ObjectNode document = Json.object();
        write(document, now.get());
        EngineReport report = engine.get();
        document.putObject("engine")
                .put("place", report.place())
                .put("running", report.running())
                .put("standby", report.standby())
                .put("restarts", report.restarts());
        counts(document.putObject("workers"), report);
        Json.send(response, Status.OK_200, document);
    }

    private void workers(ServerResponse response) {
        ObjectNode document = Json.object();
        counts(document, engine.get());
        List<WorkerReport> reports = workers.get();
        reports.stream().map(WorkerReport::address).forEach(document.putArray("addresses")::add);
        ArrayNode each = document.putArray("workers");
        reports.forEach(report -> write(each.addObject(), report));
        Json.send(response, Status.OK_200, document);
    }

    private static void write(ObjectNode node, WorkerReport worker) {
        node.put("address", worker.address()).put("state", worker.state());
        worker.lastSeen().ifPresent(time -> node.put("last_seen", time.toString()));
        worker.notAnsweringSince().ifPresent(time -> node.put("not_answering_since", time.toString()));
        if (worker.state().equals(WorkerReport.ALIVE)) {
            node.put("running_queries", worker.running());
        }
        worker.memoryBytes().ifPresent(bytes -> node.put("memory_bytes", bytes));
        worker.spilledBytes().ifPresent(bytes -> node.put("spilled_bytes", bytes));
    }

    private static void counts(ObjectNode node, EngineReport report) {
        node.put("healthy", report.workersHealthy()).put("total", report.workersTotal());
    }

    private void history(ServerResponse response) {
        ObjectNode document = Json.object().put("period_secs", history.period().toSeconds());
        ArrayNode samples = document.putArray("samples");
        history.samples().forEach(sample -> write(samples.addObject(), sample));
        Json.send(response, Status.OK_200, document);
    }

    private static void write(ObjectNode node, ServerSample sample) {
        node.put("time", sample.time().toString())
                .put("running_queries", sample.running())
                .put("waiting_queries", sample.waiting())
                .put("active_sessions", sample.sessions())
                .put("ended_queries", sample.ended())
                .put("failed_queries", sample.failed())
                .put("rows_returned", sample.rows())
                .put("reserved_bytes", sample.reservedBytes())
                .put("resident_bytes", sample.residentBytes())
                .put("heap_bytes", sample.heapBytes());
    }
}
