package io.sqe.gateway.flight.statement;

import com.google.protobuf.ByteString;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.statement.PolledQueries.Polled;
import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.planner.parameter.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;

/** Runs statements for callers and holds what comes of it until they fetch it. Safe for use by many threads. */
public final class StatementRuns {
    private final StatementStarter starter;
    private final OpenResults results;
    private final PreparedStatements prepared;
    private final PolledQueries polled;
    private final Transactions transactions;

    public StatementRuns(
            StatementStarter starter,
            OpenResults results,
            PreparedStatements prepared,
            PolledQueries polled,
            Transactions transactions) {
        this.starter = starter;
        this.results = results;
        this.prepared = prepared;
        this.polled = polled;
        this.transactions = transactions;
    }

    public OpenResults results() {
        return results;
    }

    public PolledQueries polled() {
        return polled;
    }

    public PreparedStatements prepared() {
        return prepared;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** A statement as it was sent. */
    public StatementText text(QueryInput input, ByteString transaction, Caller caller) {
        return new StatementText(input, List.of(Parameters.NONE), transactions.named(transaction, caller.name()));
    }

    /** A statement that was prepared, with the values that are bound to it. */
    public StatementText prepared(Handle handle, Caller caller) {
        PreparedStatement statement = prepared.find(handle, caller.name());
        return new StatementText(statement.input(), statement.bound(), statement.transaction());
    }

    public PreparedStatement prepare(StatementText text, Caller caller) {
        prepared.checkRoom(caller.name());
        StatementDescription described = starter.describe(text.input(), caller);
        return prepared.hold(text.input(), described, caller.name(), text.transaction());
    }

    /** Starts a statement; its rows wait for their reader. */
    public OpenResult start(StatementText text, Caller caller) {
        results.checkRoom(caller.name());
        return hold(starter.start(text.input(), text.runs(), caller), text, caller);
    }

    /** Starts a statement that its client asks after. */
    public Polled startPolled(StatementText text, Caller caller) {
        results.checkRoom(caller.name());
        return polled.begin(
                caller.name(),
                watcher -> hold(starter.startAhead(text.input(), text.runs(), caller, watcher), text, caller));
    }

    /** The result of a statement that its client asks after, if it is there within the time. It is told once. */
    public Optional<OpenResult> ended(Polled query, Duration longest) {
        try {
            Optional<OpenResult> result = query.await(longest);
            result.ifPresent(_ -> polled.forget(query));
            return result;
        } catch (RuntimeException failure) {
            polled.forget(query);
            throw failure;
        }
    }

    private OpenResult hold(Query query, StatementText text, Caller caller) {
        if (query.kind() != StatementKind.ROWS) {
            transactions.wrote(text.transaction());
        }
        return results.hold(query, caller.name());
    }

    /** Runs a statement to its end; answers how many rows it changed. */
    public long update(StatementText text, Caller caller) {
        long rows = 0;
        for (Parameters values : text.runs()) {
            rows += starter.runToEnd(text.input(), values, caller);
        }
        transactions.wrote(text.transaction());
        return rows;
    }

    /** Takes rows that a client sends to their end; answers how many. */
    public long ingest(Ingestion rows, Optional<Handle> transaction, Caller caller) {
        long count = starter.ingest(rows, caller);
        transactions.wrote(transaction);
        return count;
    }

    public Schema columns(StatementText text, Caller caller) {
        return starter.describe(text.input(), caller).columns();
    }

    /** Forgets and stops what its client has left alone for too long. */
    public void sweep() {
        results.sweep();
        prepared.sweep();
        polled.sweep();
        transactions.sweep();
    }
}
