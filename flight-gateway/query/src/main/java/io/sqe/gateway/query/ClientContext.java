package io.sqe.gateway.query;

import java.util.Optional;

/**
 * Where a query comes from, as the protocol's edge knows it; for audit, metrics and traces. Nothing in it decides what a query
 * may do.
 *
 * @param protocol such as {@code flight-sql}
 * @param sessionId names the client's session; no secret
 * @param address the client's, without a port
 * @param traceparent the client's W3C trace context, as it was sent
 * @param source the program that the client says it is, such as {@code dbt}
 */
public record ClientContext(
        String protocol,
        Optional<String> sessionId,
        Optional<String> address,
        Optional<String> traceparent,
        Optional<String> source) {
    /** A query of this process's own. */
    public static final ClientContext EMBEDDED =
            new ClientContext("embedded", Optional.empty(), Optional.empty(), Optional.empty());

    /** A client that does not say which program it is. */
    public ClientContext(
            String protocol, Optional<String> sessionId, Optional<String> address, Optional<String> traceparent) {
        this(protocol, sessionId, address, traceparent, Optional.empty());
    }

    public ClientContext withSource(Optional<String> program) {
        return new ClientContext(protocol, sessionId, address, traceparent, program);
    }
}
