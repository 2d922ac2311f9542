package io.sqe.gateway.flight.call;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code authorization} (RFC 7617, RFC 6750). */
final class AuthorizationHeader {
    private AuthorizationHeader() {}

    /** @throws AuthenticationException if it is neither Basic nor Bearer, or not well formed */
    static Credentials parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Credentials.None();
        }
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new AuthenticationException(Reason.INVALID);
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> password(parts[1]);
            case "bearer" -> new Credentials.BearerToken(printable(parts[1]));
            default -> throw new AuthenticationException(Reason.INVALID);
        };
    }

    private static Credentials password(String encoded) {
        String text = decoded(encoded);
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new AuthenticationException(Reason.INVALID);
        }
        return new Credentials.Password(printable(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new AuthenticationException(Reason.INVALID);
        }
    }

    /** A name with a line break would write lines of its own into logs. */
    private static String printable(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new AuthenticationException(Reason.INVALID);
        }
        return text;
    }
}
