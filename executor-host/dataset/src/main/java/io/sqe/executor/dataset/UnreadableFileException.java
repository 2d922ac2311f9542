package io.sqe.executor.dataset;

/** A data file that is missing or damaged, or has no field ids. */
public final class UnreadableFileException extends RuntimeException {

    public UnreadableFileException(String location, String reason, Throwable cause) {
        super("Cannot read data file %s: %s".formatted(location, reason), cause);
    }

    UnreadableFileException(String location, String reason) {
        super("Cannot read data file %s: %s".formatted(location, reason));
    }
}
