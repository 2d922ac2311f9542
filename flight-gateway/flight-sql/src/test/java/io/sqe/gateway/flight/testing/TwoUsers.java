package io.sqe.gateway.flight.testing;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.flight.call.SessionTokens;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Ada and Bob, whose password is the same, and their tokens. */
public final class TwoUsers implements Authenticator, SessionTokens {
    public static final String PASSWORD = "secret";
    private static final List<String> NAMES = List.of("ada", "bob");

    private final Map<String, Principal> tokens = new ConcurrentHashMap<>();

    @Override
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(String user, String secret)
            when NAMES.contains(user) && secret.equals(PASSWORD) -> new Principal(user, Set.of());
            case Credentials.None _ -> throw new AuthenticationException(Reason.MISSING);
            default -> throw new AuthenticationException(Reason.INVALID);
        };
    }

    @Override
    public String issue(Principal principal) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, principal);
        return token;
    }

    @Override
    public Optional<Principal> open(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    @Override
    public void revoke(String token) {
        tokens.remove(token);
    }
}
