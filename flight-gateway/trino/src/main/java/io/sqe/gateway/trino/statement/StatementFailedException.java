package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.TrinoError;

/** A statement that has failed, in Trino's words. */
public final class StatementFailedException extends RuntimeException {
    private final transient TrinoError error;

    public StatementFailedException(TrinoError error) {
        super(error.message());
        this.error = error;
    }

    public TrinoError error() {
        return error;
    }
}
