package io.sqe.gateway.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What kind of failure it was, the same for every client. */
public enum QueryErrorCode {
    SYNTAX_ERROR,
    SEMANTIC_ERROR,
    TYPE_MISMATCH,
    TABLE_NOT_FOUND,
    COLUMN_NOT_FOUND,
    SCHEMA_NOT_FOUND,
    CATALOG_NOT_FOUND,
    FUNCTION_NOT_FOUND,
    INVALID_ARGUMENTS,
    TABLE_ALREADY_EXISTS,
    SCHEMA_ALREADY_EXISTS,
    SCHEMA_NOT_EMPTY,
    DUPLICATE_COLUMN,
    DIVISION_BY_ZERO,
    INVALID_CAST,
    NUMERIC_VALUE_OUT_OF_RANGE,
    CONSTRAINT_VIOLATION,
    NOT_SUPPORTED,
    ACCESS_DENIED,
    /** More memory, rows or text than a query may take; the same query fails again. */
    RESOURCE_EXHAUSTED,
    /** Too many queries or too little memory just now; the same query may be sent again later. */
    TOO_MANY_REQUESTS,
    QUERY_TIMEOUT,
    QUERY_CANCELLED,
    CATALOG_UNAVAILABLE,
    STORAGE_ERROR,
    COMMIT_CONFLICT,
    /** The engine ended while it ran the query, or does not run now: the query can be sent again as it is. */
    ENGINE_LOST,
    INTERNAL_ERROR;

    /** The code of that name, also if it is one of the names that the original or its founding documents had for it. */
    public static Optional<QueryErrorCode> named(String name) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(name) || code.aliases().contains(name))
                .findFirst();
    }

    /** What it was called elsewhere. */
    public List<String> aliases() {
        return switch (this) {
            case SYNTAX_ERROR -> List.of("PARSE_ERROR", "InvalidQuery");
            case TYPE_MISMATCH -> List.of("TypeMismatch");
            case TABLE_NOT_FOUND -> List.of("VIEW_NOT_FOUND", "TableNotFound");
            case SCHEMA_NOT_FOUND -> List.of("SchemaNotFound");
            case TABLE_ALREADY_EXISTS -> List.of("DUPLICATE_TABLE");
            case DIVISION_BY_ZERO -> List.of("DivisionByZero");
            case ACCESS_DENIED -> List.of("Forbidden");
            case RESOURCE_EXHAUSTED -> List.of("MemoryLimitExceeded");
            case TOO_MANY_REQUESTS -> List.of("TooManyRequests");
            case QUERY_TIMEOUT -> List.of("QueryTimeout");
            case CATALOG_UNAVAILABLE -> List.of("CATALOG_ERROR", "CIRCUIT_BREAKER_OPEN", "CatalogUnavailable");
            case INTERNAL_ERROR ->
                List.of(
                        "EXECUTION_FAILED",
                        "GENERIC_INTERNAL_ERROR",
                        "InternalError",
                        "SerializationError",
                        "ConfigError");
            case SEMANTIC_ERROR,
                    COLUMN_NOT_FOUND,
                    CATALOG_NOT_FOUND,
                    FUNCTION_NOT_FOUND,
                    INVALID_ARGUMENTS,
                    SCHEMA_ALREADY_EXISTS,
                    SCHEMA_NOT_EMPTY,
                    DUPLICATE_COLUMN,
                    INVALID_CAST,
                    NUMERIC_VALUE_OUT_OF_RANGE,
                    CONSTRAINT_VIOLATION,
                    NOT_SUPPORTED,
                    QUERY_CANCELLED,
                    STORAGE_ERROR,
                    COMMIT_CONFLICT,
                    ENGINE_LOST -> List.of();
        };
    }

    /**
     * Whether its text can tell of what is the server's own, such as files and addresses. To clients of a server it is told by an id
     * alone.
     */
    public boolean isSystemFault() {
        return switch (this) {
            case CATALOG_UNAVAILABLE, STORAGE_ERROR, ENGINE_LOST, INTERNAL_ERROR -> true;
            case SYNTAX_ERROR,
                    SEMANTIC_ERROR,
                    TYPE_MISMATCH,
                    TABLE_NOT_FOUND,
                    COLUMN_NOT_FOUND,
                    SCHEMA_NOT_FOUND,
                    CATALOG_NOT_FOUND,
                    FUNCTION_NOT_FOUND,
                    INVALID_ARGUMENTS,
                    TABLE_ALREADY_EXISTS,
                    SCHEMA_ALREADY_EXISTS,
                    SCHEMA_NOT_EMPTY,
                    DUPLICATE_COLUMN,
                    DIVISION_BY_ZERO,
                    INVALID_CAST,
                    NUMERIC_VALUE_OUT_OF_RANGE,
                    CONSTRAINT_VIOLATION,
                    NOT_SUPPORTED,
                    ACCESS_DENIED,
                    RESOURCE_EXHAUSTED,
                    TOO_MANY_REQUESTS,
                    QUERY_TIMEOUT,
                    QUERY_CANCELLED,
                    COMMIT_CONFLICT -> false;
        };
    }

    /** Whether the same query, sent again later, may well succeed. */
    public boolean isWorthAnotherTry() {
        return this == TOO_MANY_REQUESTS
                || this == CATALOG_UNAVAILABLE
                || this == COMMIT_CONFLICT
                || this == ENGINE_LOST;
    }
}
