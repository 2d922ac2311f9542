package io.sqe.gateway.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /api/v1/queries}: what runs and what ran, and cancelling, for who proves to be somebody. */
final class QueriesService implements ApiEndpoint {
    private static final String QUERIES = "/api/v1/queries";
    private static final int ENDED_MAX = 200;

    private final QueryDesk desk;

    QueriesService(QueryDesk desk) {
        this.desk = desk;
    }

    List<ApiRoute> routes() {
        KnownAskers askers = new KnownAskers(desk.authenticator());
        return List.of(
                ApiRoute.known(Method.GET, QUERIES, askers, this::list),
                ApiRoute.known(Method.GET, QUERIES + "/{id}", askers, this::one),
                ApiRoute.known(Method.DELETE, QUERIES + "/{id}", askers, this::cancel),
                ApiRoute.known(Method.POST, QUERIES + "/{id}/cancel", askers, this::cancel));
    }

    private void list(Principal asker, ServerRequest request, ServerResponse response) {
        ObjectNode document = Json.object();
        ArrayNode running = document.putArray("running");
        desk.running(asker).forEach(query -> write(running.addObject(), query));
        ArrayNode ended = document.putArray("ended");
        desk.ended(asker).stream().limit(ENDED_MAX).forEach(query -> write(ended.addObject(), query));
        Json.send(response, Status.OK_200, document);
    }

    /** It may end while we look: the ended are looked at last. */
    private void one(Principal asker, ServerRequest request, ServerResponse response) {
        Optional<QueryId> id = QueryDesk.readId(request.path().pathParameters().get("id"));
        ObjectNode document = Json.object();
        id.flatMap(known -> desk.findRunning(asker, known)).ifPresent(query -> write(document, query));
        if (document.isEmpty()) {
            id.flatMap(known -> desk.findEnded(asker, known)).ifPresent(query -> write(document, query));
        }
        if (document.isEmpty()) {
            Json.sendError(response, Status.NOT_FOUND_404, "No query of yours with this id is known.");
        } else {
            Json.send(response, Status.OK_200, document);
        }
    }

    private static void write(ObjectNode node, ActiveQuery query) {
        QueryProgress progress = query.control().progress();
        node.put("query_id", query.control().id().text())
                .put("user", query.principal().name())
                .put("protocol", query.client().protocol())
                .put("statement_type", query.type().label())
                .put("sql", query.sql())
                .put("started_at", query.startedAt().toString())
                .put("phase", progress.phase().name().toLowerCase(Locale.ROOT))
                .put("percent", progress.progress().percent())
                .put("rows_read", progress.progress().rowsDone())
                .put("rows_returned", progress.rowsReturned())
                .put("bytes_returned", progress.bytesReturned())
                .put("elapsed_ms", progress.elapsed().toMillis());
        query.control().resourceGroup().ifPresent(group -> node.put("resource_group", group));
        query.client().source().ifPresent(source -> node.put("source", source));
    }

    private static void write(ObjectNode node, QueryRecord query) {
        node.put("query_id", query.id().text())
                .put("user", query.principal().name())
                .put("protocol", query.client().protocol())
                .put("statement_type", query.type().label())
                .put("sql", query.sql())
                .put("started_at", query.startedAt().toString())
                .put("status", query.status())
                .put("cached", query.cached())
                .put("duration_ms", query.total().toMillis())
                .put("planning_ms", query.planning().toMillis())
                .put("rows_returned", query.rows())
                .put("bytes_returned", query.bytes());
        query.error().ifPresent(error -> node.put("error_code", error.name()));
    }

    private void cancel(Principal asker, ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        if (isFromAnotherSite(request)) {
            Json.sendError(response, Status.FORBIDDEN_403, "Cancelling is refused to pages of other sites.");
        } else if (QueryDesk.readId(id)
                .filter(known -> desk.cancel(asker, known))
                .isPresent()) {
            Json.send(
                    response,
                    Status.ACCEPTED_202,
                    Json.object().put("query_id", id).put("cancelled", true));
        } else {
            Json.sendError(response, Status.NOT_FOUND_404, "No query of yours with this id is running.");
        }
    }

    /** Browsers tell; a page elsewhere must not use what a browser knows of its user. */
    static boolean isFromAnotherSite(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ORIGIN)
                .filter(origin -> !origin.endsWith(
                        "://" + request.headers().first(HeaderNames.HOST).orElse("")))
                .isPresent();
    }
}
