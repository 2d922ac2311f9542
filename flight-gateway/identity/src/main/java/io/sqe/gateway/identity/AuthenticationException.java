package io.sqe.gateway.identity;

/**
 * Credentials were not accepted. The message is for the client and says nothing of which part was wrong, so that nobody learns
 * which users exist.
 */
public final class AuthenticationException extends RuntimeException {
    private final Reason reason;

    public AuthenticationException(Reason reason) {
        super(reason.message());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, as far as a client may know. */
    public enum Reason {
        MISSING("Authentication is required: send a user and password, or a bearer token."),
        INVALID("Authentication failed: the credentials are not valid."),
        EXPIRED("Authentication failed: the session or token has expired. Log in again."),
        TOO_MANY_ATTEMPTS("Authentication is refused for now: too many attempts. Wait a minute and try again.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }
}
