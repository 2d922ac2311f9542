package io.sqe.gateway.flight.statement;

import io.grpc.Context;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.failure.WireFailure;
import io.sqe.gateway.flight.limit.MessageLimits;
import io.sqe.gateway.flight.stream.EngineThreads;
import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.planner.parameter.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.arrow.vector.types.pojo.Schema;

/** Starts statements on threads that may be inside the engine, and stops them when the call that asked is gone. */
public final class StatementStarter {
    private final QueryEngine engine;
    private final EngineThreads threads;
    private final MessageLimits limits;

    public StatementStarter(QueryEngine engine, EngineThreads threads, MessageLimits limits) {
        this.engine = engine;
        this.threads = threads;
        this.limits = limits;
    }

    /**
     * Starts a statement; the caller closes what comes back. What writes has written when this returns: many clients never fetch the
     * result of a write.
     *
     * @throws RuntimeException a status for the wire
     */
    public Query start(QueryInput input, List<Parameters> runs, Caller caller) {
        return whileCalled(caller, options -> {
            Query query = repeated(input, runs, caller, options);
            return query.kind() == StatementKind.WRITE ? PreloadedQuery.of(query) : query;
        });
    }

    /** The same, up to its first rows, for a client that waits in its own way; whoever watches may cancel it. */
    Query startAhead(QueryInput input, List<Parameters> runs, Caller caller, Consumer<QueryControl> watcher) {
        QueryOptions options = options(caller, watcher);
        return threads.call(() -> PreloadedQuery.of(repeated(input, runs, caller, options)));
    }

    /** The call watches over the first run; over those after it whoever reads the result. */
    private Query repeated(QueryInput input, List<Parameters> runs, Caller caller, QueryOptions first) {
        QueryInput sent = checked(input);
        Session session = caller.session().current();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return RepeatedQuery.start(runs, (values, watcher) -> {
            QueryOptions options = isFirst.getAndSet(false) ? first : options(caller, watcher);
            return engine.start(sent, session, options.withParameters(values));
        });
    }

    /**
     * Runs a statement to its end.
     *
     * @return the rows that it changed; 0 for a command
     */
    public long runToEnd(QueryInput input, Parameters parameters, Caller caller) {
        return whileCalled(
                caller,
                options -> toEnd(
                        engine.start(checked(input), caller.session().current(), options.withParameters(parameters))));
    }

    /** Has rows that a client sends written; it takes as long as the client does. */
    long ingest(Ingestion rows, Caller caller) {
        return whileCalled(
                caller,
                threads::receive,
                options -> toEnd(engine.start(rows, caller.session().current(), options)));
    }

    private static long toEnd(Query started) {
        try (Query query = started) {
            boolean hasNext = query.rows().loadNext();
            while (hasNext) {
                hasNext = query.rows().loadNext();
            }
            return query.rowsWritten().orElse(0);
        }
    }

    /** What a statement would answer, and what its placeholders take. */
    public StatementDescription describe(QueryInput input, Caller caller) {
        return whileCalled(
                caller, _ -> engine.describe(checked(input), caller.session().current()));
    }

    /** The columns of a query, found out on this thread. */
    Schema columnsHere(String sql, Caller caller) {
        return engine.describe(sql, caller.session().current()).columns();
    }

    /** Refuses what is too long to be planned. */
    private QueryInput checked(QueryInput input) {
        int bytes = MessageSize.of(input);
        if (bytes > limits.sqlBytesMax()) {
            throw new CallRefusedException(
                    Reason.LIMIT_REACHED,
                    "The statement has %d bytes; %d are allowed (sql-bytes-max)."
                            .formatted(bytes, limits.sqlBytesMax()));
        }
        return input;
    }

    private QueryOptions options(Caller caller, Consumer<QueryControl> watcher) {
        return QueryOptions.standard()
                .withBatchRows(limits.batchRows())
                .from(caller.client())
                .watchedBy(watcher);
    }

    private <T> T whileCalled(Caller caller, Starting<T> starting) {
        return whileCalled(caller, threads::call, starting);
    }

    private <T> T whileCalled(Caller caller, Function<Callable<T>, T> thread, Starting<T> starting) {
        try (CallWatch watch = CallWatch.open(Context.current())) {
            QueryOptions options = options(caller, watch::accept);
            Callable<T> task = () -> starting.start(options);
            try {
                return thread.apply(task);
            } catch (RuntimeException | StackOverflowError | AssertionError failure) {
                throw WireFailure.of(failure, watch.control().map(QueryControl::id));
            }
        }
    }

    /** What is started with options that the call watches over. */
    private interface Starting<T> {
        T start(QueryOptions options);
    }

    /** Cancels what was started once nobody waits for it; gRPC tells so at once, whatever the call's thread is doing. */
    private static final class CallWatch implements AutoCloseable, Context.CancellationListener {
        private final Context call;
        private Optional<QueryControl> control = Optional.empty();
        private boolean isGone;

        private CallWatch(Context call) {
            this.call = call;
        }

        static CallWatch open(Context call) {
            CallWatch watch = new CallWatch(call);
            call.addListener(watch, Runnable::run);
            return watch;
        }

        synchronized void accept(QueryControl query) {
            control = Optional.of(query);
            if (isGone) {
                query.cancel();
            }
        }

        synchronized Optional<QueryControl> control() {
            return control;
        }

        @Override
        public synchronized void cancelled(Context context) {
            isGone = true;
            control.ifPresent(QueryControl::cancel);
        }

        @Override
        public void close() {
            call.removeListener(this);
        }
    }
}
