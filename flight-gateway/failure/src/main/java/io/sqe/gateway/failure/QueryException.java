package io.sqe.gateway.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that failed, or may not start. */
public final class QueryException extends GatewayException {
    private final transient Optional<SqlPosition> position;

    public QueryException(ErrorCode code, String message, Optional<SqlPosition> position, @Nullable Throwable cause) {
        super(code, message, cause);
        this.position = position;
    }

    @Override
    public Optional<SqlPosition> position() {
        return position;
    }
}
