package io.sqe.gateway.identity;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.util.Set;

/** Takes everybody at their word, for development. A token proves nothing here: who sends one means to be somebody. */
public final class AnonymousUsers implements Authenticator {
    private final Principal nobody;

    /**
     * @param name of who gives none
     * @param roles everybody's
     */
    public AnonymousUsers(String name, Set<String> roles) {
        this.nobody = new Principal(name, roles);
    }

    @Override
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password(String user, String _) -> named(user);
            case Credentials.NameOnly(String user) -> named(user);
            case Credentials.None _ -> nobody;
            case Credentials.BearerToken _ -> throw new AuthenticationException(Reason.MISSING);
        };
    }

    private Principal named(String user) {
        return user.isBlank() ? nobody : new Principal(user, nobody.roles());
    }
}
