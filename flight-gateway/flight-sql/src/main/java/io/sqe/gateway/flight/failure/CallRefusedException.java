package io.sqe.gateway.flight.failure;

/** A call that the protocol's own rules refuse, before or beside any statement. */
public final class CallRefusedException extends RuntimeException {
    private final Reason reason;

    public CallRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, for a client's program. */
    public enum Reason {
        /** The request is not what the protocol defines. */
        MALFORMED,
        /** A ticket, statement, transaction or session that is not there, or no more. */
        UNKNOWN_HANDLE,
        /** A ticket, statement or transaction of somebody else. */
        NOT_YOURS,
        /** A named limit is reached. */
        LIMIT_REACHED,
        /** The protocol defines it and this service does not offer it. */
        NOT_OFFERED,
        /** What was asked for cannot be done any more. */
        TOO_LATE
    }
}
