package io.sqe.gateway.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that a client is told of: what could not be done, why, and what to do. Everything else is a fault, and its text stays here. */
public abstract sealed class GatewayException extends RuntimeException
        permits QueryException, AuthenticationException, CallRefusedException {
    private final ErrorCode code;

    GatewayException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public final ErrorCode code() {
        return code;
    }

    /** For the client. */
    public final String text() {
        return String.valueOf(getMessage());
    }

    /** Where in the SQL text, if there is such a place. */
    public Optional<SqlPosition> position() {
        return Optional.empty();
    }
}
