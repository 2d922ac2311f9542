package io.sqe.gateway.trino.protocol;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.GatewayException;
import java.util.Optional;

/**
 * A failure as a client of Trino is told of it.
 *
 * @param location where in the SQL, if there is such a place
 */
public record TrinoError(TrinoErrorCode code, String message, Optional<Location> location) {

    public static TrinoError of(TrinoErrorCode code, String message) {
        return new TrinoError(code, message, Optional.empty());
    }

    public static TrinoError of(GatewayException failure) {
        return new TrinoError(
                codeOf(failure.code()),
                failure.text(),
                failure.position().map(position -> new Location(position.line(), position.column())));
    }

    /** The one place where the engine's codes become Trino's. */
    static TrinoErrorCode codeOf(ErrorCode code) {
        return switch (code) {
            case SYNTAX_ERROR -> TrinoErrorCode.SYNTAX_ERROR;
            case SEMANTIC_ERROR -> TrinoErrorCode.GENERIC_USER_ERROR;
            case TYPE_MISMATCH -> TrinoErrorCode.TYPE_MISMATCH;
            case TABLE_NOT_FOUND -> TrinoErrorCode.TABLE_NOT_FOUND;
            case COLUMN_NOT_FOUND -> TrinoErrorCode.COLUMN_NOT_FOUND;
            case SCHEMA_NOT_FOUND -> TrinoErrorCode.SCHEMA_NOT_FOUND;
            case CATALOG_NOT_FOUND -> TrinoErrorCode.CATALOG_NOT_FOUND;
            case FUNCTION_NOT_FOUND -> TrinoErrorCode.FUNCTION_NOT_FOUND;
            case INVALID_ARGUMENTS -> TrinoErrorCode.INVALID_ARGUMENTS;
            case TABLE_ALREADY_EXISTS -> TrinoErrorCode.TABLE_ALREADY_EXISTS;
            case SCHEMA_ALREADY_EXISTS -> TrinoErrorCode.SCHEMA_ALREADY_EXISTS;
            case SCHEMA_NOT_EMPTY -> TrinoErrorCode.SCHEMA_NOT_EMPTY;
            case DUPLICATE_COLUMN -> TrinoErrorCode.DUPLICATE_COLUMN_NAME;
            case CONSTRAINT_VIOLATION -> TrinoErrorCode.CONSTRAINT_VIOLATION;
            case DIVISION_BY_ZERO -> TrinoErrorCode.DIVISION_BY_ZERO;
            case INVALID_CAST -> TrinoErrorCode.INVALID_CAST_ARGUMENT;
            case NUMERIC_VALUE_OUT_OF_RANGE -> TrinoErrorCode.NUMERIC_VALUE_OUT_OF_RANGE;
            case NOT_SUPPORTED -> TrinoErrorCode.NOT_SUPPORTED;
            case ACCESS_DENIED, AUTHENTICATION_FAILED, SESSION_EXPIRED -> TrinoErrorCode.PERMISSION_DENIED;
            case HANDLE_NOT_FOUND -> TrinoErrorCode.NOT_FOUND;
            case TOO_LATE -> TrinoErrorCode.GENERIC_USER_ERROR;
            case RESOURCE_EXHAUSTED -> TrinoErrorCode.GENERIC_INSUFFICIENT_RESOURCES;
            case EXCEEDED_MEMORY -> TrinoErrorCode.EXCEEDED_GLOBAL_MEMORY_LIMIT;
            case TOO_MANY_REQUESTS -> TrinoErrorCode.QUERY_QUEUE_FULL;
            case QUERY_TIMEOUT -> TrinoErrorCode.EXCEEDED_TIME_LIMIT;
            case QUERY_CANCELLED -> TrinoErrorCode.USER_CANCELED;
            case CATALOG_UNAVAILABLE -> TrinoErrorCode.ICEBERG_CATALOG_ERROR;
            case STORAGE_ERROR -> TrinoErrorCode.ICEBERG_FILESYSTEM_ERROR;
            case COMMIT_CONFLICT -> TrinoErrorCode.ICEBERG_COMMIT_ERROR;
            case ENGINE_LOST -> TrinoErrorCode.REMOTE_HOST_GONE;
            case INTERNAL_ERROR -> TrinoErrorCode.GENERIC_INTERNAL_ERROR;
        };
    }

    /** A place in SQL; both count from 1. */
    public record Location(int line, int column) {}
}
