package io.sqe.gateway.flight;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.statement.Handle;
import io.sqe.gateway.flight.statement.OpenResult;
import io.sqe.gateway.flight.statement.OpenResults;
import io.sqe.gateway.flight.statement.StatementStarter;
import io.sqe.gateway.flight.stream.OutgoingRows;
import java.util.List;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.PollInfo;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementSubstraitPlan;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.vector.types.pojo.Schema;

/** Starts queries, and hands their results to those who fetch them. */
final class QueryCalls {
    private final StatementStarter starter;
    private final OpenResults results;

    QueryCalls(StatementStarter starter, OpenResults results) {
        this.starter = starter;
        this.results = results;
    }

    /** Starts the query; its rows wait for their reader. */
    FlightInfo info(Message command, Caller caller, FlightDescriptor descriptor) {
        results.checkRoom(caller.name());
        OpenResult result = switch (command) {
            case CommandStatementQuery query -> results.hold(starter.start(query.getQuery(), caller), caller.name());
            case CommandStatementSubstraitPlan _ -> throw Commands.notOffered("Substrait plans are");
            default -> throw Commands.malformed();
        };
        return info(result.schema(), result.handle(), descriptor);
    }

    private static FlightInfo info(Schema schema, Handle handle, FlightDescriptor descriptor) {
        FlightEndpoint endpoint = FlightEndpoint.builder(ticket(handle)).build();
        return FlightInfo.builder(schema, descriptor, List.of(endpoint)).build();
    }

    static Ticket ticket(Handle handle) {
        TicketStatementQuery ticket = TicketStatementQuery.newBuilder()
                .setStatementHandle(handle.bytes())
                .build();
        return new Ticket(Any.pack(ticket).toByteArray());
    }

    PollInfo poll(Message command, Caller caller, FlightDescriptor descriptor) {
        return new PollInfo(info(command, caller, descriptor), null, 1.0, null);
    }

    Schema schema(Message command, Caller caller) {
        return switch (command) {
            case CommandStatementQuery query -> starter.describe(query.getQuery(), caller);
            case CommandStatementSubstraitPlan _ -> throw Commands.notOffered("Substrait plans are");
            default -> throw Commands.malformed();
        };
    }

    /** The rows of a ticket, for the one it was given to, once. */
    OutgoingRows take(Handle handle, Caller caller) {
        return results.take(handle, caller.name());
    }
}
