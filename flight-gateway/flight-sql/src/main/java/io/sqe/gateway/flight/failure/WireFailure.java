package io.sqe.gateway.flight.failure;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.GatewayException;
import io.sqe.gateway.failure.SqlPosition;
import java.util.Optional;
import java.util.UUID;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.grpc.StatusUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures become gRPC statuses. The code's name, the position and the query's id are in the trailers. */
public final class WireFailure {
    /** A status travels as a header; a longer text would be cut off by clients together with the status. */
    private static final int MESSAGE_CHARS_MAX = 2_000;

    private static final Metadata.Key<String> CODE = key("x-sqe-error-code");
    private static final Metadata.Key<String> LINE = key("x-sqe-error-line");
    private static final Metadata.Key<String> COLUMN = key("x-sqe-error-column");
    private static final Metadata.Key<String> QUERY_ID = key("x-sqe-query-id");
    private static final Logger LOG = LoggerFactory.getLogger(WireFailure.class);

    private WireFailure() {}

    public static RuntimeException of(Throwable failure) {
        return of(failure, Optional.empty());
    }

    /** What to end a call with. */
    public static RuntimeException of(Throwable failure, Optional<QueryId> query) {
        return switch (failure) {
            case GatewayException told ->
                status(statusOf(told.code()), told.code().name(), told.text(), told.position(), query);
            case StatusRuntimeException status -> status;
            case FlightRuntimeException flight -> asRuntime(StatusUtils.toGrpcException(flight));
            default -> fault(failure, query);
        };
    }

    private static Status statusOf(ErrorCode code) {
        return switch (code) {
            case SYNTAX_ERROR,
                    SEMANTIC_ERROR,
                    TYPE_MISMATCH,
                    COLUMN_NOT_FOUND,
                    INVALID_ARGUMENTS,
                    DUPLICATE_COLUMN,
                    DIVISION_BY_ZERO,
                    INVALID_CAST,
                    NUMERIC_VALUE_OUT_OF_RANGE,
                    CONSTRAINT_VIOLATION -> Status.INVALID_ARGUMENT;
            case TABLE_NOT_FOUND, SCHEMA_NOT_FOUND, CATALOG_NOT_FOUND, FUNCTION_NOT_FOUND, HANDLE_NOT_FOUND ->
                Status.NOT_FOUND;
            case TABLE_ALREADY_EXISTS, SCHEMA_ALREADY_EXISTS -> Status.ALREADY_EXISTS;
            case SCHEMA_NOT_EMPTY, TOO_LATE -> Status.FAILED_PRECONDITION;
            case NOT_SUPPORTED -> Status.UNIMPLEMENTED;
            case AUTHENTICATION_FAILED, SESSION_EXPIRED -> Status.UNAUTHENTICATED;
            case ACCESS_DENIED -> Status.PERMISSION_DENIED;
            case RESOURCE_EXHAUSTED, EXCEEDED_MEMORY, TOO_MANY_REQUESTS -> Status.RESOURCE_EXHAUSTED;
            case QUERY_TIMEOUT -> Status.DEADLINE_EXCEEDED;
            case QUERY_CANCELLED -> Status.CANCELLED;
            case CATALOG_UNAVAILABLE, STORAGE_ERROR, ENGINE_LOST -> Status.UNAVAILABLE;
            case COMMIT_CONFLICT -> Status.ABORTED;
            case INTERNAL_ERROR -> Status.INTERNAL;
        };
    }

    /** A fault is for the log; the person gets the id to find it by. */
    private static RuntimeException fault(Throwable failure, Optional<QueryId> query) {
        String id = query.map(QueryId::text).orElseGet(() -> UUID.randomUUID().toString());
        LOG.atError().addKeyValue("call", id).setCause(failure).log("call failed by a fault of the service");
        String message = "The service failed on this call (id %s). The log has the cause under this id.".formatted(id);
        return status(Status.INTERNAL, ErrorCode.INTERNAL_ERROR.name(), message, Optional.empty(), query);
    }

    private static RuntimeException status(
            Status status, String code, String message, Optional<SqlPosition> position, Optional<QueryId> query) {
        Metadata trailers = new Metadata();
        trailers.put(CODE, code);
        query.ifPresent(id -> trailers.put(QUERY_ID, id.text()));
        position.ifPresent(place -> {
            trailers.put(LINE, Integer.toString(place.line()));
            trailers.put(COLUMN, Integer.toString(place.column()));
        });
        String text = message.length() <= MESSAGE_CHARS_MAX ? message : message.substring(0, MESSAGE_CHARS_MAX) + "…";
        return status.withDescription(text).asRuntimeException(trailers);
    }

    private static RuntimeException asRuntime(Throwable grpc) {
        return grpc instanceof StatusRuntimeException status
                ? status
                : Status.INTERNAL.withCause(grpc).asRuntimeException();
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
