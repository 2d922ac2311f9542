package io.sqe.gateway.failure;

/** A call that the protocol's own rules refuse, before or beside any statement. */
public final class CallRefusedException extends GatewayException {

    public CallRefusedException(Reason reason, String message) {
        super(reason.code, message, null);
    }

    /** Why, for a client's program. */
    public enum Reason {
        /** The request is not what the protocol defines. */
        MALFORMED(ErrorCode.INVALID_ARGUMENTS),
        /** A ticket, statement, transaction or session that is not there, or no more. */
        UNKNOWN_HANDLE(ErrorCode.HANDLE_NOT_FOUND),
        /** A ticket, statement or transaction of somebody else. */
        NOT_YOURS(ErrorCode.ACCESS_DENIED),
        /** A named limit is reached. */
        LIMIT_REACHED(ErrorCode.RESOURCE_EXHAUSTED),
        /** The protocol defines it and this service does not offer it. */
        NOT_OFFERED(ErrorCode.NOT_SUPPORTED),
        /** What was asked for cannot be done any more. */
        TOO_LATE(ErrorCode.TOO_LATE);

        private final ErrorCode code;

        Reason(ErrorCode code) {
            this.code = code;
        }
    }
}
