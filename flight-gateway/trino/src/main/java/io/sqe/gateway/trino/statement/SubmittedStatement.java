package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.ClientContext;
import io.sqe.gateway.trino.type.Rendering.TimePrecision;

/** SQL as a client has sent it, and for whom it runs. */
public record SubmittedStatement(String sql, Requester requester, ClientContext context) {

    /** Whether the client knows types with a precision, such as {@code timestamp(6)}. */
    public TimePrecision timePrecision() {
        return context.capabilities().contains("PARAMETRIC_DATETIME")
                ? TimePrecision.EXACT
                : TimePrecision.MILLISECONDS;
    }
}
