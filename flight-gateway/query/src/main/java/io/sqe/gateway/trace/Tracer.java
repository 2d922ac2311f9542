package io.sqe.gateway.trace;

import java.util.Optional;

/** Begins traces. Safe for use by many threads. */
@FunctionalInterface
public interface Tracer {

    /** A query's own span; the caller closes it. */
    Span begin(String name, Optional<TraceContext> client);

    /** Keeps nothing: what a client sent is passed on to whoever is called. */
    static Tracer none() {
        return (_, client) -> Span.unkept(client);
    }
}
