package io.sqe.gateway.trino.protocol;

/** A request that cannot be served as it is. Its message is for the client. */
public final class InvalidRequestException extends RuntimeException {
    private final int status;

    public InvalidRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    static InvalidRequestException badHeader(String header, String why) {
        return new InvalidRequestException(400, "Cannot read header %s: %s".formatted(header, why));
    }

    /** The HTTP status to answer with. */
    public int status() {
        return status;
    }
}
