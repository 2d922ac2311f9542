package io.sqe.cli.execution;

import io.sqe.gateway.query.QueryControl;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The query that ctrl-C would stop, if one runs. Safe for use by many threads. */
public final class Interruption {
    private final AtomicReference<Optional<QueryControl>> running = new AtomicReference<>(Optional.empty());

    public void started(QueryControl query) {
        running.set(Optional.of(query));
    }

    public void ended() {
        running.set(Optional.empty());
    }

    public Optional<QueryControl> running() {
        return running.get();
    }

    /** Stops what runs; does nothing if nothing does. */
    public void interrupt() {
        running.get().ifPresent(QueryControl::cancel);
    }
}
