package io.sqe.gateway.trace;

import java.util.Optional;

/** A stretch of a query's time. Whoever opened it closes it; any thread may. Values name things and count them, and quote nothing. */
public interface Span extends AutoCloseable {

    /** A stretch within this one; the caller closes it, and before this one. */
    Span child(String name);

    Span with(String attribute, String value);

    Span with(String attribute, long value);

    /** Marks what went on in it as failed. */
    void failed(String errorCode);

    /** Where this span stands, also when nobody keeps it; empty if nobody traces. */
    Optional<TraceContext> context();

    /** Whether anybody will see it; what is costly to say can be left unsaid if not. */
    boolean isKept();

    /** Ends it, once. */
    @Override
    void close();

    /** Is nowhere kept, as are its children. */
    static Span unkept(Optional<TraceContext> context) {
        return new UnkeptSpan(context);
    }
}
