package io.sqe.gateway.trino.statement;

import io.sqe.gateway.query.QueryControl;
import java.util.function.Consumer;

/** Starts a statement; blocks until it runs. Safe for use by many threads. */
public interface StatementStarter {

    /**
     * Starts the statement.
     *
     * @param id of the statement, and of the engine's query if it needs one
     * @param onAccepted told of the engine's query before it is planned; not told of statements that need none
     * @throws StatementFailedException if it cannot be started
     * @throws io.sqe.gateway.failure.QueryException if the engine says so
     */
    RunningStatement start(String id, SubmittedStatement statement, Consumer<QueryControl> onAccepted);
}
