package io.sqe.cli.wiring;

import io.sqe.gateway.observation.ActiveQueries;
import io.sqe.gateway.observation.ObservedEngine;
import io.sqe.gateway.observation.QueryHistory;
import io.sqe.gateway.observation.ServerRuntime;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.system.RuntimeState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Watches an engine that no server watches, so that whoever uses it can ask {@code system.runtime} what they ran. */
final class OwnQueries {
    /** Queries that are remembered after their end. */
    private static final int ENDED_MAX = 100;

    private static final Duration REMEMBERED_FOR = Duration.ofHours(24);

    private final Clock clock = Clock.systemUTC();
    private final ActiveQueries active = new ActiveQueries();
    private final QueryHistory history = new QueryHistory(ENDED_MAX, REMEMBERED_FOR, clock);

    /** What is known of them; nobody sees what others ran. */
    RuntimeState runtime() {
        var self =
                new RuntimeState.Node("embedded", "", Optional.empty(), RuntimeState.Node.Role.COORDINATOR, "active");
        return new ServerRuntime(self, List::of, active, history, Set::of, clock);
    }

    /** The engine, watched; closed with what comes back. */
    QueryEngine watching(QueryEngine engine) {
        return new ObservedEngine(engine, active, List.of(history), clock);
    }
}
