package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.ForwardingEngine;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.Tracer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An engine whose queries are all told of, when they start, fail and end. Stands outermost, so that refusals are seen too. */
public final class ObservedEngine extends ForwardingEngine {
    private final QueryEngine engine;
    private final ActiveQueries active;
    private final List<QueryObserver> observers;
    private final Tracer tracer;
    private final Redaction redaction;
    private final Clock clock;

    /** @param engine closed with this one */
    public ObservedEngine(QueryEngine engine, ActiveQueries active, List<QueryObserver> observers, Clock clock) {
        this(engine, active, observers, Tracer.none(), Redaction.NONE, clock);
    }

    /**
     * @param engine closed with this one
     * @param tracer gives every query its span
     * @param redaction of what is told to who asks; observers are told everything
     */
    public ObservedEngine(
            QueryEngine engine,
            ActiveQueries active,
            List<QueryObserver> observers,
            Tracer tracer,
            Redaction redaction,
            Clock clock) {
        this.redaction = redaction;
        super(engine);
        this.engine = engine;
        this.active = active;
        this.observers = List.copyOf(observers);
        this.tracer = tracer;
        this.clock = clock;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        QueryWatch watch = new QueryWatch(input.text(), session.principal(), options, active, observers, tracer, clock);
        boolean isToldOf = false;
        try {
            Query started = watch.scope().call(() -> engine.start(input, session, watch.options()));
            Query query = new ObservedQuery(started, watch, redaction);
            isToldOf = true;
            return query;
        } catch (QueryException failure) {
            isToldOf = true;
            watch.failed(failure.code());
            throw watch.scope().call(() -> redaction.told(failure, options.id()));
        } finally {
            if (!isToldOf) {
                watch.failed(ErrorCode.INTERNAL_ERROR);
            }
        }
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        QueryScope scope = new QueryScope(QueryId.random(), session.principal().name(), Span.unkept(Optional.empty()));
        return scope.call(() -> {
            try {
                return engine.describe(input, session);
            } catch (QueryException failure) {
                throw redaction.told(failure, scope.query());
            }
        });
    }
}
