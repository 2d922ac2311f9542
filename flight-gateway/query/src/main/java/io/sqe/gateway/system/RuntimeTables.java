package io.sqe.gateway.system;

import io.sqe.catalog.NamespaceName;
import io.sqe.gateway.system.RuntimeState.Node;
import io.sqe.gateway.system.RuntimeState.QueryState;
import io.sqe.gateway.system.RuntimeState.TaskState;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The tables of {@code system.runtime}. Who is no operator sees the queries that are their own. */
record RuntimeTables(RuntimeState state, Supplier<List<CacheStatistics>> caches) {

    SystemSchema schema() {
        return new SystemSchema(
                NamespaceName.of(SystemNames.CATALOG, "runtime"), List.of(nodes(), queries(), tasks(), cacheTable()));
    }

    private SystemTable nodes() {
        var shape = TableShape.named("nodes")
                .text("node_id", "http_uri", "node_version")
                .flag("coordinator")
                .text("state");
        return new SystemTable(shape, (_, rows) -> {
            for (Node node : state.nodes()) {
                rows.add(
                        node.id(),
                        node.uri(),
                        node.version().orElse(null),
                        node.role() == Node.Role.COORDINATOR,
                        node.state());
            }
        });
    }

    private SystemTable queries() {
        var shape = TableShape.named("queries")
                .text("query_id", "state", "user", "source", "query")
                .texts("resource_group_id")
                .number("queued_time_ms", "analysis_time_ms", "planning_time_ms")
                .moment("created", "started", "last_heartbeat", "end")
                .text("error_type", "error_code")
                .number("running_time_ms", "output_rows")
                .flag("cached")
                .text("resource_group");
        return new SystemTable(shape, (listing, rows) -> {
            for (QueryState query : visible(listing.principal())) {
                rows.add(
                        query.id(),
                        query.state(),
                        query.user(),
                        query.source().orElse(null),
                        query.sql(),
                        null,
                        query.queued().toMillis(),
                        0L,
                        query.planning().map(Duration::toMillis).orElse(null),
                        query.created(),
                        query.started().orElse(null),
                        query.ended().orElse(null),
                        query.ended().orElse(null),
                        query.errorType().orElse(null),
                        query.errorCode().orElse(null),
                        running(query).map(Duration::toMillis).orElse(null),
                        query.rows(),
                        query.cached(),
                        query.resourceGroup().orElse(null));
            }
        });
    }

    private static Optional<Duration> running(QueryState query) {
        return query.started()
                .map(start -> Duration.between(start, query.ended().orElseGet(Instant::now)));
    }

    private SystemTable tasks() {
        var shape = TableShape.named("tasks")
                .text("node_id", "task_id", "stage_id", "query_id", "state")
                .number("splits", "queued_splits", "running_splits", "completed_splits")
                .number("split_scheduled_time_ms", "split_cpu_time_ms", "split_blocked_time_ms")
                .number("raw_input_bytes", "raw_input_rows", "processed_input_bytes", "processed_input_rows")
                .number("output_bytes", "output_rows", "physical_input_bytes", "physical_written_bytes")
                .moment("created", "start", "last_heartbeat", "end");
        return new SystemTable(shape, (listing, rows) -> {
            Set<String> queries =
                    visible(listing.principal()).stream().map(QueryState::id).collect(Collectors.toSet());
            state.tasks().stream()
                    .filter(task -> queries.contains(task.queryId()))
                    .forEach(task -> addTask(task, rows));
        });
    }

    /** What a worker does not count is null. */
    private static void addTask(TaskState task, RowCollector rows) {
        rows.add(
                task.nodeId(),
                task.taskId(),
                task.stageId(),
                task.queryId(),
                task.state(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                task.outputBytes(),
                task.outputRows(),
                null,
                null,
                task.created(),
                task.started().orElse(null),
                task.ended().orElse(null),
                task.ended().orElse(null));
    }

    /** No more than numbers, and those of everybody together: for who may see what others run. */
    private SystemTable cacheTable() {
        var shape = TableShape.named("caches")
                .text("name")
                .number("entries", "bytes", "bytes_max", "hits", "misses", "invalidations");
        return new SystemTable(shape, (listing, rows) -> {
            if (state.isOperator(listing.principal())) {
                for (CacheStatistics cache : caches.get()) {
                    CacheState now = cache.state();
                    rows.add(
                            cache.name(),
                            now.entries(),
                            now.bytes(),
                            now.bytesMax(),
                            now.hits(),
                            now.misses(),
                            now.invalidations());
                }
            }
        });
    }

    private List<QueryState> visible(Principal principal) {
        boolean seesAll = state.isOperator(principal);
        return state.queries().stream()
                .filter(query -> seesAll || query.user().equals(principal.name()))
                .toList();
    }
}
