package io.sqe.cli.wiring;

import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import java.util.List;
import java.util.Optional;

/** The engine within this process. */
public final class EmbeddedEngine {
    private EmbeddedEngine() {}

    /** Opens the engine; the caller closes it. */
    public static QueryEngine open(EmbeddedOptions options) {
        return Optional.<QueryEngine>empty().orElseThrow(() -> notWired(options));
    }

    private static QueryException notWired(EmbeddedOptions options) {
        return new QueryException(
                QueryErrorCode.NOT_SUPPORTED,
                "This build has no engine for " + options.warehouse(),
                Optional.empty(),
                new IllegalStateException("not wired"));
    }

    /** What the engine is built on, with versions. */
    public static List<String> versions() {
        return List.of();
    }
}
