package io.sqe.gateway.query;

import io.sqe.gateway.failure.QueryException;

/** Runs statements for whoever asks. Safe for use by many threads; whoever opened it closes it. */
public interface QueryEngine extends AutoCloseable {

    /**
     * Plans one statement and starts it. Returns when its columns are known; the caller reads and closes the query.
     *
     * @throws QueryException if the statement cannot be planned or started; its position is that in {@code sql}
     */
    default Query start(String sql, Session session) {
        return start(sql, session, QueryOptions.standard());
    }

    default Query start(String sql, Session session, QueryOptions options) {
        return start(new SqlText(sql), session, options);
    }

    /** The same for whatever can be run. */
    Query start(QueryInput input, Session session, QueryOptions options);

    /**
     * Finds out what a statement would answer and what its placeholders take, without running it.
     *
     * @throws QueryException if the statement cannot be planned
     */
    default StatementDescription describe(String sql, Session session) {
        return describe(new SqlText(sql), session);
    }

    /** The same for a query in whatever form. Of rows that are sent nothing is described. */
    StatementDescription describe(QueryInput input, Session session);

    /** What the session's principal may name: for completion and for tools. */
    Vocabulary vocabulary(Session session);

    @Override
    void close();
}
