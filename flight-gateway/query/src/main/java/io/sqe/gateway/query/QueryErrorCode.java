package io.sqe.gateway.query;

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
    INTERNAL_ERROR
}
