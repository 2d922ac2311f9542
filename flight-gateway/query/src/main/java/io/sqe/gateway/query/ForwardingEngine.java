package io.sqe.gateway.query;

/** An engine in front of another: what is not overridden is the other's. */
public abstract class ForwardingEngine implements QueryEngine {
    private final QueryEngine engine;

    /** @param engine closed with this one */
    protected ForwardingEngine(QueryEngine engine) {
        this.engine = engine;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        return engine.start(input, session, options);
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        return engine.describe(input, session);
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
