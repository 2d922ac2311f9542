package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Problem;
import io.sqe.gateway.configuration.key.Settings;
import java.util.List;
import java.util.regex.Pattern;

/** What a provider of tokens needs before it can tell a genuine one. */
final class ProviderRules {
    private static final Pattern SIGNED_WITH_A_PUBLIC_KEY = Pattern.compile("[RPE]S(256|384|512)");
    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("https://[^\\s/]+.*|http://(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?(/.*)?");

    private final Settings settings;
    private final List<Problem> problems;
    private final String at;

    ProviderRules(Settings settings, List<Problem> problems, String at) {
        this.settings = settings;
        this.problems = problems;
        this.at = at;
    }

    void check(AuthenticationSettings.Provider.BearerTokens provider) {
        if (provider.issuer().isBlank()) {
            error(AuthenticationSettings.TYPE, "a bearer_token provider needs the issuer of its tokens");
        }
        if (provider.audiences().isEmpty()) {
            error(
                    AuthenticationSettings.TYPE,
                    "a bearer_token provider needs an audience: without it tokens for other services would do");
        }
        if (provider.keysFile().isPresent() == !provider.keysAddress().isEmpty()) {
            error(AuthenticationSettings.TYPE, "a bearer_token provider needs either jwks_file or jwks_url");
        }
        if (!provider.keysAddress().isEmpty()
                && !SAFE_ADDRESS.matcher(provider.keysAddress()).matches()) {
            error(AuthenticationSettings.JWKS_URL, "keys come over https, for whoever changes them lets everybody in");
        }
        boolean areKnown = !provider.algorithms().isEmpty()
                && provider.algorithms().stream().allMatch(SIGNED_WITH_A_PUBLIC_KEY.asMatchPredicate());
        if (!areKnown) {
            error(
                    AuthenticationSettings.ALGORITHMS,
                    "takes RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and ES512: signatures with a public key");
        }
        if (provider.principalClaim().isBlank()) {
            error(AuthenticationSettings.PRINCIPAL_CLAIM, "users need a name");
        }
    }

    private void error(Key<?> key, String message) {
        problems.add(Problem.error(settings.origin(key, at), key.at(at) + ": " + message));
    }
}
