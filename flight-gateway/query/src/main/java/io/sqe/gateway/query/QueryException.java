package io.sqe.gateway.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query's failure as its person is told of it: what could not be done, why, and what to do. */
public final class QueryException extends RuntimeException {
    private final QueryErrorCode code;
    private final transient Optional<SqlPosition> position;

    public QueryException(
            QueryErrorCode code, String message, Optional<SqlPosition> position, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.position = position;
    }

    public QueryErrorCode code() {
        return code;
    }

    /** Where in the SQL text, if there is such a place. */
    public Optional<SqlPosition> position() {
        return position;
    }
}
