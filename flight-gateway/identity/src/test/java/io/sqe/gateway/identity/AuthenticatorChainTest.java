package io.sqe.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.failure.AuthenticationException;
import io.sqe.gateway.failure.AuthenticationException.Reason;
import io.sqe.policy.decision.Principal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuthenticatorChainTest {
    private static final Authenticator PASSWORD_IS_PW = credentials -> switch (credentials) {
        case Credentials.Password(String user, String secret)
        when secret.equals("pw") -> new Principal(user, Set.of("known"));
        case Credentials.Password _ -> throw new AuthenticationException(Reason.INVALID);
        case Credentials.BearerToken _, Credentials.NameOnly _, Credentials.None _ ->
            throw new AuthenticationException(Reason.MISSING);
    };

    private final Authenticator chain =
            new AuthenticatorChain(List.of(PASSWORD_IS_PW, new AnonymousUsers("guest", Set.of("reader"))));

    @Test
    void whoGivesNoPasswordIsPassedOnAndWhoGivesAWrongOneIsNot() {
        assertThat(chain.authenticate(new Credentials.Password("ann", "pw")).roles())
                .containsExactly("known");
        assertThat(chain.authenticate(new Credentials.NameOnly("ann")))
                .isEqualTo(new Principal("ann", Set.of("reader")));
        assertThat(chain.authenticate(new Credentials.None()).name()).isEqualTo("guest");
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> chain.authenticate(new Credentials.Password("ann", "guess")));
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> chain.authenticate(new Credentials.BearerToken("forged")));
    }

    @Test
    void failedLoginsAreLimitedByNameAndGoodOnesAreNotCounted() {
        Authenticator limited = new LimitedLogins(PASSWORD_IS_PW, () -> 3);
        for (int i = 0; i < 20; i++) {
            limited.authenticate(new Credentials.Password("ann", "pw"));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(reason(limited, "Ann", "guess")).isEqualTo(Reason.INVALID);
        }
        assertThat(reason(limited, "ann", "guess")).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        assertThat(reason(limited, "ann", "pw")).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        assertThat(limited.authenticate(new Credentials.Password("bob", "pw")).name())
                .isEqualTo("bob");
    }

    @Test
    void guessesUnderEverNewNamesAreLimitedTogether() {
        Authenticator limited = new LimitedLogins(PASSWORD_IS_PW, () -> 1);
        for (int i = 0; i < 20; i++) {
            assertThat(reason(limited, "user" + i, "guess")).isEqualTo(Reason.INVALID);
        }
        assertThat(reason(limited, "another", "guess")).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
    }

    private static Reason reason(Authenticator authenticator, String user, String secret) {
        try {
            authenticator.authenticate(new Credentials.Password(user, secret));
        } catch (AuthenticationException refused) {
            return refused.reason();
        }
        throw new AssertionError("let in: " + user);
    }
}
