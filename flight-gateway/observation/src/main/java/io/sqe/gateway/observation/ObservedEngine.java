package io.sqe.gateway.observation;

import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.gateway.trace.Tracer;
import java.time.Clock;
import java.util.List;

/** An engine whose queries are all told of, when they start, fail and end. Stands outermost, so that refusals are seen too. */
public final class ObservedEngine implements QueryEngine {
    private final QueryEngine engine;
    private final ActiveQueries active;
    private final List<QueryObserver> observers;
    private final Tracer tracer;
    private final Clock clock;

    /** @param engine closed with this one */
    public ObservedEngine(QueryEngine engine, ActiveQueries active, List<QueryObserver> observers, Clock clock) {
        this(engine, active, observers, Tracer.none(), clock);
    }

    /**
     * @param engine closed with this one
     * @param tracer gives every query its span
     */
    public ObservedEngine(
            QueryEngine engine, ActiveQueries active, List<QueryObserver> observers, Tracer tracer, Clock clock) {
        this.engine = engine;
        this.active = active;
        this.observers = List.copyOf(observers);
        this.tracer = tracer;
        this.clock = clock;
    }

    @Override
    public Query start(String sql, Session session, QueryOptions options) {
        QueryWatch watch = new QueryWatch(sql, session.principal(), options, active, observers, tracer, clock);
        boolean isToldOf = false;
        try {
            Query started = watch.scope().call(() -> engine.start(sql, session, watch.options()));
            Query query = new ObservedQuery(started, watch);
            isToldOf = true;
            return query;
        } catch (QueryException failure) {
            isToldOf = true;
            watch.failed(failure.code());
            throw failure;
        } finally {
            if (!isToldOf) {
                watch.failed(QueryErrorCode.INTERNAL_ERROR);
            }
        }
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        return engine.describe(sql, session);
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        return engine.vocabulary(session);
    }

    @Override
    public void close() {
        engine.close();
    }
}
