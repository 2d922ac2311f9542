package io.sqe.gateway.trino.protocol;

/** Whose fault an error is, in Trino's words. */
public enum TrinoErrorType {
    USER_ERROR,
    INTERNAL_ERROR,
    INSUFFICIENT_RESOURCES,
    EXTERNAL
}
