package io.sqe.gateway.flight;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.statement.Handle;
import io.sqe.gateway.flight.statement.OpenResult;
import io.sqe.gateway.flight.statement.PolledQueries.Polled;
import io.sqe.gateway.flight.statement.StatementRuns;
import io.sqe.gateway.flight.statement.StatementText;
import io.sqe.gateway.flight.stream.OutgoingRows;
import io.sqe.gateway.query.SqlText;
import java.time.Duration;
import java.util.List;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.PollInfo;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementSubstraitPlan;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.vector.types.pojo.Schema;

/** Starts queries, and hands their results to those who fetch them. */
final class QueryCalls {
    /** How long a client that polls is kept waiting: long enough for what is quick. */
    private static final Duration POLL_WAIT = Duration.ofMillis(500);

    private final StatementRuns runs;

    QueryCalls(StatementRuns runs) {
        this.runs = runs;
    }

    /** Starts the query; its rows wait for their reader. */
    FlightInfo info(Message command, Caller caller, FlightDescriptor descriptor) {
        return info(runs.start(text(command, caller), caller), descriptor);
    }

    private static FlightInfo info(OpenResult result, FlightDescriptor descriptor) {
        FlightEndpoint endpoint =
                FlightEndpoint.builder(new Ticket(ticket(result.handle()))).build();
        return FlightInfo.builder(result.schema(), descriptor, List.of(endpoint))
                .build();
    }

    private static byte[] ticket(Handle handle) {
        return Any.pack(TicketStatementQuery.newBuilder()
                        .setStatementHandle(handle.bytes())
                        .build())
                .toByteArray();
    }

    /** Starts the query, or asks after one that was started so. */
    PollInfo poll(Message command, Caller caller, FlightDescriptor descriptor) {
        Polled polled = command instanceof TicketStatementQuery known
                ? runs.polled().find(Handle.parse(known.getStatementHandle()), caller.name())
                : runs.startPolled(text(command, caller), caller);
        return runs.ended(polled, POLL_WAIT)
                .map(result -> new PollInfo(info(result, descriptor), null, 1.0, null))
                .orElseGet(() -> unfinished(polled));
    }

    private PollInfo unfinished(Polled polled) {
        FlightDescriptor next = FlightDescriptor.command(ticket(polled.handle()));
        FlightInfo nothingYet =
                FlightInfo.builder(new Schema(List.of()), next, List.of()).build();
        return new PollInfo(
                nothingYet, next, polled.progress().orElse(0.0), runs.polled().deadline());
    }

    Schema schema(Message command, Caller caller) {
        return runs.columns(text(command, caller), caller);
    }

    private StatementText text(Message command, Caller caller) {
        return switch (command) {
            case CommandStatementQuery query ->
                runs.text(new SqlText(query.getQuery()), query.getTransactionId(), caller);
            case CommandPreparedStatementQuery prepared ->
                runs.prepared(Handle.parse(prepared.getPreparedStatementHandle()), caller);
            case CommandStatementSubstraitPlan substrait ->
                runs.text(Commands.query(substrait.getPlan()), substrait.getTransactionId(), caller);
            default -> throw Commands.malformed();
        };
    }

    /** The rows of a ticket, for the one it was given to, once. */
    OutgoingRows take(Handle handle, Caller caller) {
        return runs.results().take(handle, caller.name());
    }
}
