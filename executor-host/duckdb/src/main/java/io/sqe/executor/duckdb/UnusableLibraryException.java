package io.sqe.executor.duckdb;

/** DuckDB's native library is absent, not for this machine, or of another version. */
public final class UnusableLibraryException extends RuntimeException {
    UnusableLibraryException(String message) {
        super(message);
    }

    UnusableLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
