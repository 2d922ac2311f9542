package io.sqe.gateway.query.testing;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An engine whose statements say what becomes of them. FAIL is refused at once, PLAN is planned until it is cancelled. {@code SELECT n}
 * has two batches, of one row and of n; LATE fails after the first. {@code ROWS n} has batches of n rows for ever, HANG none until it
 * is cancelled. It remembers what was started and what was cancelled.
 */
public final class TrialEngine implements QueryEngine {
    private final LinkedBlockingQueue<String> started = new LinkedBlockingQueue<>();
    private final List<QueryId> cancelled = new CopyOnWriteArrayList<>();

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        String sql = input.text();
        TrialQuery query = new TrialQuery(options.id(), sql, cancelled);
        options.onAccepted().accept(query);
        started.add(session.principal().name() + ": " + sql);
        if (sql.equals("FAIL")) {
            throw failure(ErrorCode.TABLE_NOT_FOUND);
        }
        if (sql.equals("PLAN")) {
            query.hang();
        }
        return query;
    }

    /** What FAIL and LATE fail with, but for its code. */
    public static QueryException failure(ErrorCode code) {
        return new QueryException(code, "told to fail", Optional.empty(), null);
    }

    /** Waits for the next query that starts, as {@code user: sql}. */
    public String nextStarted() throws InterruptedException {
        return started.take();
    }

    /** Queries that have started and that {@link #nextStarted} has not told of. */
    public int startedCount() {
        return started.size();
    }

    /** In the order in which they were cancelled. */
    public List<QueryId> cancelled() {
        return cancelled;
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        return new StatementDescription(Query.StatementKind.ROWS, new Schema(List.of()), new Schema(List.of()));
    }

    @Override
    public Vocabulary vocabulary(Session session) {
        throw new UnsupportedOperationException("no words here");
    }

    @Override
    public void close() {}
}
