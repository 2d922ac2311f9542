package io.sqe.gateway.failure;

/**
 * Credentials were not accepted. The message is for the client and says nothing of which part was wrong, so that nobody learns
 * which users exist.
 */
public final class AuthenticationException extends GatewayException {
    private final Reason reason;

    public AuthenticationException(Reason reason) {
        super(reason.code, reason.message, null);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, as far as a client may know. */
    public enum Reason {
        MISSING(
                ErrorCode.AUTHENTICATION_FAILED,
                "Authentication is required: send a user and password, or a bearer token."),
        INVALID(ErrorCode.AUTHENTICATION_FAILED, "Authentication failed: the credentials are not valid."),
        EXPIRED(ErrorCode.SESSION_EXPIRED, "Authentication failed: the session or token has expired. Log in again."),
        TOO_MANY_ATTEMPTS(
                ErrorCode.TOO_MANY_REQUESTS,
                "Authentication is refused for now: too many attempts. Wait a minute and try again.");

        private final ErrorCode code;
        private final String message;

        Reason(ErrorCode code, String message) {
            this.code = code;
            this.message = message;
        }
    }
}
