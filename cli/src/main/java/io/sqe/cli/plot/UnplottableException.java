package io.sqe.cli.plot;

/** A result that a chart cannot show: says why, and what could be done. */
public final class UnplottableException extends RuntimeException {
    UnplottableException(String message) {
        super(message);
    }
}
