package io.sqe.gateway.failure;

import static io.sqe.gateway.failure.ErrorType.EXTERNAL;
import static io.sqe.gateway.failure.ErrorType.INSUFFICIENT_RESOURCES;
import static io.sqe.gateway.failure.ErrorType.USER_ERROR;

import io.sqe.gateway.failure.Telling.Full;
import io.sqe.gateway.failure.Telling.Redacted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What kind of failure it was, the same for every client: whose business it is, how much a client is told, whether to try again, and
 * the names that the original and its founding documents had for it.
 */
@SuppressWarnings("ImmutableEnumChecker") // it knows neither List.of nor that records of strings do not change
public enum ErrorCode {
    SYNTAX_ERROR(USER_ERROR, "PARSE_ERROR", "InvalidQuery"),
    SEMANTIC_ERROR(USER_ERROR),
    TYPE_MISMATCH(USER_ERROR, "TypeMismatch"),
    TABLE_NOT_FOUND(USER_ERROR, "VIEW_NOT_FOUND", "TableNotFound"),
    COLUMN_NOT_FOUND(USER_ERROR),
    SCHEMA_NOT_FOUND(USER_ERROR, "SchemaNotFound"),
    CATALOG_NOT_FOUND(USER_ERROR),
    FUNCTION_NOT_FOUND(USER_ERROR),
    INVALID_ARGUMENTS(USER_ERROR),
    TABLE_ALREADY_EXISTS(USER_ERROR, "DUPLICATE_TABLE"),
    SCHEMA_ALREADY_EXISTS(USER_ERROR),
    SCHEMA_NOT_EMPTY(USER_ERROR),
    DUPLICATE_COLUMN(USER_ERROR),
    DIVISION_BY_ZERO(USER_ERROR, "DivisionByZero"),
    INVALID_CAST(USER_ERROR),
    NUMERIC_VALUE_OUT_OF_RANGE(USER_ERROR),
    CONSTRAINT_VIOLATION(USER_ERROR),
    NOT_SUPPORTED(USER_ERROR),
    ACCESS_DENIED(USER_ERROR, "Forbidden"),
    /** Credentials are missing or wrong. */
    AUTHENTICATION_FAILED(USER_ERROR, "Unauthorized"),
    SESSION_EXPIRED(USER_ERROR, "SessionExpired"),
    /** A ticket, statement, transaction or session that is not there, or no more. */
    HANDLE_NOT_FOUND(USER_ERROR),
    /** What was asked for cannot be done any more. */
    TOO_LATE(USER_ERROR),
    /** More disk, rows or text than a query may take, or more memory than there is; the same query fails again. */
    RESOURCE_EXHAUSTED(INSUFFICIENT_RESOURCES),
    /** More memory than a query may take; the same query fails again. */
    EXCEEDED_MEMORY(INSUFFICIENT_RESOURCES, "MemoryLimitExceeded"),
    /** Too many queries or too little memory just now; the same query may be sent again later. */
    TOO_MANY_REQUESTS(INSUFFICIENT_RESOURCES, Again.LATER, new Full(), "TooManyRequests"),
    QUERY_TIMEOUT(INSUFFICIENT_RESOURCES, "QueryTimeout"),
    QUERY_CANCELLED(USER_ERROR),
    CATALOG_UNAVAILABLE(
            EXTERNAL,
            Again.LATER,
            new Redacted("The catalog cannot be reached, or cannot do this now. Try again later."),
            "CATALOG_ERROR",
            "CIRCUIT_BREAKER_OPEN",
            "CatalogUnavailable"),
    STORAGE_ERROR(EXTERNAL, Again.NO, new Redacted("A file that this query needs cannot be read or written.")),
    COMMIT_CONFLICT(EXTERNAL, Again.LATER, new Full()),
    /** The engine ended while it ran the query, or does not run now: the query can be sent again as it is. */
    ENGINE_LOST(ErrorType.INTERNAL_ERROR, Again.LATER, new Full()),
    INTERNAL_ERROR(
            ErrorType.INTERNAL_ERROR,
            Again.NO,
            new Redacted("The engine failed on this query."),
            "EXECUTION_FAILED",
            "GENERIC_INTERNAL_ERROR",
            "InternalError",
            "SerializationError",
            "ConfigError");

    private final ErrorType type;
    private final Again again;
    private final Telling telling;
    private final List<String> aliases;

    /** One that is told in full, and comes again if the same is sent again. */
    ErrorCode(ErrorType type, String... aliases) {
        this(type, Again.NO, new Full(), aliases);
    }

    ErrorCode(ErrorType type, Again again, Telling telling, String... aliases) {
        this.type = type;
        this.again = again;
        this.telling = telling;
        this.aliases = List.of(aliases);
    }

    /** The code of that name, also if it is one of the names that the original or its founding documents had for it. */
    public static Optional<ErrorCode> named(String name) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(name) || code.aliases.contains(name))
                .findFirst();
    }

    /** Whose business it is. */
    public ErrorType type() {
        return type;
    }

    /** What a client of a server is told of it. */
    public Telling telling() {
        return telling;
    }

    /** What it was called elsewhere. */
    public List<String> aliases() {
        return aliases;
    }

    /** Whether the same query, sent again later, may well succeed. */
    public boolean isWorthAnotherTry() {
        return again == Again.LATER;
    }

    private enum Again {
        NO,
        LATER
    }
}
