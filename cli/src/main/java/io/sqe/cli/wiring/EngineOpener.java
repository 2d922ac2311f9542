package io.sqe.cli.wiring;

import io.sqe.gateway.query.QueryEngine;

/** Opens an engine. */
@FunctionalInterface
public interface EngineOpener {

    /**
     * Opens an engine; the caller closes it.
     *
     * @throws io.sqe.gateway.failure.QueryException if the warehouse, a catalog or the policy cannot be opened
     */
    QueryEngine open(EmbeddedOptions options);
}
