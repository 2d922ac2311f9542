package io.sqe.bench.run;

import io.sqe.executor.ArrowStream;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import java.time.Duration;
import java.util.function.Consumer;

/** The engine under test as a contender. Does not close the engine. */
public record EngineContender(QueryEngine engine, Session session) implements Contender {

    @Override
    public Running start(String sql, Consumer<Runnable> cancellation) {
        QueryOptions watched = QueryOptions.standard().watchedBy(control -> cancellation.accept(control::cancel));
        return new RunningQuery(engine.start(sql, session, watched));
    }

    @Override
    public void close() {}

    private record RunningQuery(Query query) implements Running {
        @Override
        public ArrowStream rows() {
            return query.rows();
        }

        @Override
        public Duration planning() {
            return query.timings().planning();
        }

        @Override
        public void close() {
            query.close();
        }
    }
}
