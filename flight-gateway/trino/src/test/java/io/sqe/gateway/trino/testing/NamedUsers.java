package io.sqe.gateway.trino.testing;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.Credentials;
import io.sqe.policy.decision.Principal;
import java.util.Map;
import java.util.Set;

/** Ann and Bob, by password or by token; anybody by name, where a test allows it. */
public record NamedUsers(NameOnly nameOnly) implements Authenticator {
    private static final Map<String, String> PASSWORDS = Map.of("ann", "apple", "bob", "banana");

    @Override
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(var user, var secret) when secret.equals(PASSWORDS.get(user)) -> principal(user);
            case Credentials.Password _ -> throw new AuthenticationException(Reason.INVALID);
            case Credentials.BearerToken(var token) when token.equals("token-of-ann") -> principal("ann");
            case Credentials.BearerToken _ -> throw new AuthenticationException(Reason.EXPIRED);
            case Credentials.NameOnly(var user) when nameOnly == NameOnly.ACCEPTED -> principal(user);
            case Credentials.NameOnly _, Credentials.None _ -> throw new AuthenticationException(Reason.MISSING);
        };
    }

    private static Principal principal(String user) {
        return new Principal(user, Set.of("analyst"));
    }

    /** Whether a name is enough. */
    public enum NameOnly {
        ACCEPTED,
        REFUSED
    }
}
