package io.sqe.gateway.identity.jwt;

import java.time.Duration;
import java.util.Set;

/**
 * Which tokens are taken, and what they say of whom.
 *
 * @param issuer that {@code iss} must name exactly
 * @param audiences one of which {@code aud} must name: a token for another service is none for this one
 * @param algorithms of signatures, by their JOSE names; only such with a public key
 * @param principalClaim whose text is the user's name
 * @param rolesClaim with a list of texts; dots lead into objects, as in {@code realm_access.roles}
 * @param clockSkew by which the provider's clock may differ
 */
public record JwtRules(
        String issuer,
        Set<String> audiences,
        Set<String> algorithms,
        String principalClaim,
        String rolesClaim,
        Duration clockSkew) {
    /** Signatures that are checked with a public key. With a shared secret everybody who checks could sign, too. */
    public static final Set<String> PUBLIC_KEY_ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public JwtRules {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        if (issuer.isBlank() || audiences.isEmpty() || algorithms.isEmpty()) {
            throw new IllegalArgumentException(
                    "Tokens are taken by their issuer, audience and algorithm; one is missing");
        }
        if (!PUBLIC_KEY_ALGORITHMS.containsAll(algorithms)) {
            throw new IllegalArgumentException("Tokens are taken under public keys only, not under " + algorithms);
        }
    }
}
