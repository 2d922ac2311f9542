package io.sqe.gateway.observation;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@code system.runtime} lists of one coordinator: itself and its workers, the queries that wait or run, and those that its history
 * remembers.
 */
public final class ServerRuntime implements RuntimeState {
    private final Node node;
    private final Supplier<List<Node>> workers;
    private final ActiveQueries active;
    private final QueryHistory history;
    private final Supplier<Set<String>> operatorRoles;
    private final Clock clock;

    /**
     * @param workers as they are now; asked for anew each time
     * @param operatorRoles who has one of them sees the queries of others; asked for anew each time
     */
    public ServerRuntime(
            Node node,
            Supplier<List<Node>> workers,
            ActiveQueries active,
            QueryHistory history,
            Supplier<Set<String>> operatorRoles,
            Clock clock) {
        this.node = node;
        this.workers = workers;
        this.active = active;
        this.history = history;
        this.operatorRoles = operatorRoles;
        this.clock = clock;
    }

    @Override
    public List<Node> nodes() {
        return Stream.concat(Stream.of(node), workers.get().stream()).toList();
    }

    @Override
    public boolean isOperator(Principal principal) {
        return !Collections.disjoint(principal.roles(), operatorRoles.get());
    }

    @Override
    public List<QueryState> queries() {
        return Stream.concat(
                        active.all().stream().map(this::running),
                        history.all().stream().map(ServerRuntime::ended))
                .toList();
    }

    /** Each query is a task of this node, wherever its engine runs. */
    @Override
    public List<TaskState> tasks() {
        return Stream.concat(
                        active.all().stream().map(this::runningTask),
                        history.all().stream().map(this::endedTask))
                .toList();
    }

    private QueryState running(ActiveQuery query) {
        QueryProgress progress = query.control().progress();
        Optional<Instant> started = started(progress);
        return new QueryState(
                query.control().id().text(),
                state(progress.phase()),
                query.principal().name(),
                source(query.client()),
                query.control().resourceGroup(),
                query.sql(),
                Duration.between(query.startedAt(), started.orElseGet(clock::instant)),
                Optional.empty(),
                query.startedAt(),
                started,
                Optional.empty(),
                progress.rowsReturned(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static QueryState ended(QueryRecord query) {
        return new QueryState(
                query.id().text(),
                endedState(query),
                query.principal().name(),
                source(query.client()),
                query.resourceGroup(),
                query.sql(),
                query.queued(),
                Optional.of(query.planning()),
                query.startedAt(),
                Optional.of(query.startedAt().plus(query.queued())),
                Optional.of(query.startedAt().plus(query.total())),
                query.rows(),
                query.cached(),
                query.error().map(ErrorCode::type).map(Enum::name),
                query.error().map(Enum::name));
    }

    /** The program, or at least how it speaks to us. */
    private static Optional<String> source(ClientContext client) {
        return client.source().or(() -> Optional.of(client.protocol()));
    }

    private TaskState runningTask(ActiveQuery query) {
        QueryProgress progress = query.control().progress();
        return task(
                query.control().id().text(),
                state(progress.phase()),
                progress.rowsReturned(),
                progress.bytesReturned(),
                query.startedAt(),
                started(progress),
                Optional.empty());
    }

    private TaskState endedTask(QueryRecord query) {
        return task(
                query.id().text(),
                endedState(query),
                query.rows(),
                query.bytes(),
                query.startedAt(),
                Optional.of(query.startedAt().plus(query.queued())),
                Optional.of(query.startedAt().plus(query.total())));
    }

    private TaskState task(
            String query,
            String state,
            long rows,
            long bytes,
            Instant created,
            Optional<Instant> started,
            Optional<Instant> ended) {
        return new TaskState(
                node.id(), query + ".0.0", query + ".0", query, state, rows, bytes, created, started, ended);
    }

    /** A query's own clock begins when it has a place. */
    private Optional<Instant> started(QueryProgress progress) {
        return progress.phase() == Phase.QUEUED
                ? Optional.empty()
                : Optional.of(clock.instant().minus(progress.elapsed()));
    }

    private static String endedState(QueryRecord query) {
        return state(query.error().isEmpty() ? Phase.FINISHED : Phase.FAILED);
    }

    private static String state(Phase phase) {
        return switch (phase) {
            case QUEUED -> "QUEUED";
            case PLANNING -> "PLANNING";
            case RUNNING -> "RUNNING";
            case COMMITTING -> "FINISHING";
            case FINISHED -> "FINISHED";
            case FAILED, CANCELLED -> "FAILED";
        };
    }
}
