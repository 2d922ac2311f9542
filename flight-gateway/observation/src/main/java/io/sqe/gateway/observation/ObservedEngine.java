package io.sqe.gateway.observation;

import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import java.time.Clock;
import java.util.List;

/** An engine whose queries are all told of, when they start, fail and end. Stands outermost, so that refusals are seen too. */
public final class ObservedEngine implements QueryEngine {
    private final QueryEngine engine;
    private final ActiveQueries active;
    private final List<QueryObserver> observers;
    private final Clock clock;

    /** @param engine closed with this one */
    public ObservedEngine(QueryEngine engine, ActiveQueries active, List<QueryObserver> observers, Clock clock) {
        this.engine = engine;
        this.active = active;
        this.observers = List.copyOf(observers);
        this.clock = clock;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        QueryWatch watch = new QueryWatch(input.text(), session.principal(), options, active, observers, clock);
        boolean isToldOf = false;
        try {
            Query query = new ObservedQuery(engine.start(input, session, watch.options()), watch);
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
