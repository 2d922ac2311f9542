package io.sqe.gateway.trace;

import io.sqe.fragment.QueryId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The query that a thread works for: bound where a query begins, and again wherever another thread goes on with it.
 *
 * @param user the principal's name
 * @param span the innermost that is open
 * @param notes of every room that works for the query
 */
public record QueryScope(QueryId query, String user, Span span, QueryNotes notes) {
    private static final ScopedValue<QueryScope> CURRENT = ScopedValue.newInstance();

    /** Of a query that has just begun. */
    public QueryScope(QueryId query, String user, Span span) {
        this(query, user, span, new QueryNotes());
    }

    /** Empty on threads that work for no query. */
    public static Optional<QueryScope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The innermost span that is open; one that is not kept if there is none. */
    public static Span currentSpan() {
        return current().map(QueryScope::span).orElseGet(() -> Span.unkept(Optional.empty()));
    }

    /** Does a piece of a query's work in a span of its own, which knows how it ended. */
    public static <T> T span(String name, Supplier<T> work) {
        return current().map(scope -> scope.spanned(name, work)).orElseGet(work);
    }

    private <T> T spanned(String name, Supplier<T> work) {
        try (Span child = span.child(name)) {
            return within(child).failingSpan(work);
        }
    }

    private <T> T failingSpan(Supplier<T> work) {
        try {
            return call(work::get);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            // Its type alone: a message may quote what a person wrote or stored.
            span.failed(failure.getClass().getSimpleName());
            throw failure;
        }
    }

    /** The same query, in a span of its own. */
    public QueryScope within(Span inner) {
        return new QueryScope(query, user, inner, notes);
    }

    public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
