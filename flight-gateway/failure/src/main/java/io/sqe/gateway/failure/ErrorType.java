package io.sqe.gateway.failure;

/** Whose business a failure is. The names are Trino's, which {@code system.runtime.queries} shows too. */
public enum ErrorType {
    /** The statement's, or its author's. */
    USER_ERROR,
    /** More was asked for than there is. */
    INSUFFICIENT_RESOURCES,
    /** A catalog's, or a storage's. */
    EXTERNAL,
    /** Ours. */
    INTERNAL_ERROR
}
