package io.sqe.gateway.query;

import io.sqe.gateway.trace.TraceContext;
import java.util.Optional;

/**
 * Where a query comes from, as the protocol's edge knows it; for audit, metrics and traces. Nothing in it decides what a query
 * may do.
 *
 * @param protocol such as {@code flight-sql}
 * @param sessionId names the client's session; no secret
 * @param address the client's, without a port
 * @param trace where in a trace of its own the client is
 * @param source the program that the client says it is, such as {@code dbt}
 */
public record ClientContext(
        String protocol,
        Optional<String> sessionId,
        Optional<String> address,
        Optional<TraceContext> trace,
        Optional<String> source) {
    /** A query of this process's own. */
    public static final ClientContext EMBEDDED =
            new ClientContext("embedded", Optional.empty(), Optional.empty(), Optional.empty());

    private static final ScopedValue<ClientContext> CURRENT = ScopedValue.newInstance();

    /** A client that does not say which program it is. */
    public ClientContext(
            String protocol, Optional<String> sessionId, Optional<String> address, Optional<TraceContext> trace) {
        this(protocol, sessionId, address, trace, Optional.empty());
    }

    /** Where the request comes from that this thread answers, before there is a query. */
    public static Optional<ClientContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does a part of the answer to a request that comes from here. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public ClientContext inSession(Optional<String> session) {
        return new ClientContext(protocol, session, address, trace, source);
    }

    public ClientContext withSource(Optional<String> program) {
        return new ClientContext(protocol, sessionId, address, trace, program);
    }
}
