package io.sqe.gateway.flight;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.sqe.gateway.flight.call.CallAuthentication;
import io.sqe.gateway.flight.call.Caller;
import io.sqe.gateway.flight.session.SessionSettings;
import io.sqe.gateway.flight.statement.Handle;
import io.sqe.gateway.flight.statement.PreparedStatement;
import io.sqe.gateway.flight.statement.StatementRuns;
import io.sqe.gateway.flight.statement.StatementText;
import io.sqe.gateway.query.SqlText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.ActionType;
import org.apache.arrow.flight.CancelFlightInfoRequest;
import org.apache.arrow.flight.CancelFlightInfoResult;
import org.apache.arrow.flight.CancelStatus;
import org.apache.arrow.flight.CloseSessionResult;
import org.apache.arrow.flight.FlightConstants;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.GetSessionOptionsResult;
import org.apache.arrow.flight.RenewFlightEndpointRequest;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.FlightSqlUtils;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionBeginTransactionResult;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionClosePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedSubstraitPlanRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionEndTransactionRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.vector.types.pojo.Schema;

/** Runs actions: what is neither a query nor an update. */
final class ActionCalls {
    /** Arrow's library has no name for it. */
    private static final ActionType CREATE_PREPARED_SUBSTRAIT_PLAN = new ActionType("CreatePreparedSubstraitPlan", """
            Creates a reusable prepared Substrait plan resource on the server.
            Request Message: ActionCreatePreparedSubstraitPlanRequest
            Response Message: ActionCreatePreparedStatementResult""");

    static final List<ActionType> OFFERED = List.of(
            FlightConstants.CANCEL_FLIGHT_INFO,
            FlightConstants.RENEW_FLIGHT_ENDPOINT,
            FlightConstants.SET_SESSION_OPTIONS,
            FlightConstants.GET_SESSION_OPTIONS,
            FlightConstants.CLOSE_SESSION,
            FlightSqlUtils.FLIGHT_SQL_CREATE_PREPARED_STATEMENT,
            CREATE_PREPARED_SUBSTRAIT_PLAN,
            FlightSqlUtils.FLIGHT_SQL_CLOSE_PREPARED_STATEMENT,
            FlightSqlUtils.FLIGHT_SQL_BEGIN_TRANSACTION,
            FlightSqlUtils.FLIGHT_SQL_END_TRANSACTION);

    private final StatementRuns runs;
    private final SessionSettings settings;

    ActionCalls(StatementRuns runs, SessionSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    /** The action's answer, if it has one. */
    Optional<Result> run(Action action, CallAuthentication call) {
        Caller caller = call.caller();
        byte[] body = action.getBody();
        return switch (action.getType()) {
            case "CancelFlightInfo" -> Optional.of(cancel(body, caller));
            case "RenewFlightEndpoint" -> Optional.of(renew(body, caller));
            case "SetSessionOptions" -> Optional.of(setOptions(body, caller));
            case "GetSessionOptions" ->
                Optional.of(result(new GetSessionOptionsResult(settings.read(caller.session())).serialize()));
            case "CloseSession" -> {
                call.closeSession();
                yield Optional.of(result(new CloseSessionResult(CloseSessionResult.Status.CLOSED).serialize()));
            }
            case "CreatePreparedStatement" -> Optional.of(prepare(body, caller));
            case "ClosePreparedStatement" -> {
                var request = Commands.parse(body, ActionClosePreparedStatementRequest.class);
                runs.prepared().close(Handle.parse(request.getPreparedStatementHandle()), caller.name());
                yield Optional.empty();
            }
            case "BeginTransaction" -> {
                Handle begun = runs.transactions().begin(caller.name());
                yield Optional.of(packed(ActionBeginTransactionResult.newBuilder()
                        .setTransactionId(begun.bytes())
                        .build()));
            }
            case "EndTransaction" -> {
                endTransaction(Commands.parse(body, ActionEndTransactionRequest.class), caller);
                yield Optional.empty();
            }
            case "CreatePreparedSubstraitPlan" -> Optional.of(preparePlan(body, caller));
            case "BeginSavepoint", "EndSavepoint" -> throw Commands.notOffered("Savepoints are");
            default -> throw Commands.malformed();
        };
    }

    private Result prepare(byte[] body, Caller caller) {
        var request = Commands.parse(body, ActionCreatePreparedStatementRequest.class);
        return prepare(runs.text(new SqlText(request.getQuery()), request.getTransactionId(), caller), caller);
    }

    private Result preparePlan(byte[] body, Caller caller) {
        var request = Commands.parse(body, ActionCreatePreparedSubstraitPlanRequest.class);
        return prepare(runs.text(Commands.query(request.getPlan()), request.getTransactionId(), caller), caller);
    }

    private Result prepare(StatementText text, Caller caller) {
        PreparedStatement statement = runs.prepare(text, caller);
        return packed(ActionCreatePreparedStatementResult.newBuilder()
                .setPreparedStatementHandle(statement.handle().bytes())
                .setDatasetSchema(bytes(statement.columns()))
                .setParameterSchema(bytes(statement.parameters()))
                .build());
    }

    /** No columns, no bytes: by that clients tell an update from a query. */
    private static ByteString bytes(Schema schema) {
        return schema.getFields().isEmpty() ? ByteString.EMPTY : ByteString.copyFrom(schema.serializeAsMessage());
    }

    private void endTransaction(ActionEndTransactionRequest request, Caller caller) {
        Handle transaction = Handle.parse(request.getTransactionId());
        switch (request.getAction()) {
            case END_TRANSACTION_COMMIT -> runs.transactions().commit(transaction, caller.name());
            case END_TRANSACTION_ROLLBACK -> runs.transactions().rollback(transaction, caller.name());
            case END_TRANSACTION_UNSPECIFIED, UNRECOGNIZED -> throw Commands.malformed();
        }
    }

    private Result cancel(byte[] body, Caller caller) {
        FlightInfo info = read(body, CancelFlightInfoRequest::deserialize).getInfo();
        CancelStatus status = cancel(info, caller) ? CancelStatus.CANCELLED : CancelStatus.NOT_CANCELLABLE;
        return result(new CancelFlightInfoResult(status).serialize());
    }

    private boolean cancel(FlightInfo info, Caller caller) {
        boolean isCancelled = isUnderWay(info) && runs.polled().cancel(handle(info.getDescriptor()), caller.name());
        for (FlightEndpoint endpoint : info.getEndpoints()) {
            isCancelled |= runs.results().cancel(handle(endpoint.getTicket()), caller.name());
        }
        return isCancelled;
    }

    /** What is asked after has no endpoint yet, but a descriptor to ask with. */
    private static boolean isUnderWay(FlightInfo info) {
        return info.getEndpoints().isEmpty() && info.getDescriptor().isCommand();
    }

    private Result renew(byte[] body, Caller caller) {
        FlightEndpoint endpoint =
                read(body, RenewFlightEndpointRequest::deserialize).getFlightEndpoint();
        Instant until = runs.results().renew(handle(endpoint.getTicket()), caller.name());
        return result(FlightEndpoint.builder(endpoint.getTicket())
                .setExpirationTime(until)
                .build()
                .serialize());
    }

    private static Handle handle(Ticket ticket) {
        return handle(ticket.getBytes());
    }

    private static Handle handle(FlightDescriptor descriptor) {
        return handle(descriptor.getCommand());
    }

    private static Handle handle(byte[] ticket) {
        return Handle.parse(Commands.parse(ticket, TicketStatementQuery.class).getStatementHandle());
    }

    private Result setOptions(byte[] body, Caller caller) {
        SetSessionOptionsRequest request = read(body, SetSessionOptionsRequest::deserialize);
        return result(settings.set(request, caller.session()).serialize());
    }

    private static <T> T read(byte[] body, Reader<T> reader) {
        try {
            return reader.read(ByteBuffer.wrap(body));
        } catch (IOException | URISyntaxException | IllegalArgumentException garbage) {
            throw Commands.malformed();
        }
    }

    private static Result result(ByteBuffer bytes) {
        byte[] body = new byte[bytes.remaining()];
        bytes.get(body);
        return result(body);
    }

    private static Result packed(Message answer) {
        return result(Any.pack(answer).toByteArray());
    }

    private static Result result(byte[] body) {
        return new Result(body);
    }

    /** Arrow's own reading of a message. */
    private interface Reader<T> {
        T read(ByteBuffer bytes) throws IOException, URISyntaxException;
    }
}
