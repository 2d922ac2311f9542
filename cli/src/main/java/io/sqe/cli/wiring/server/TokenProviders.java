package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.AuthenticationSettings.Provider.BearerTokens;
import io.sqe.gateway.identity.jwt.JwtRules;
import io.sqe.gateway.identity.jwt.JwtUsers;
import io.sqe.gateway.identity.jwt.KeySetSource;
import java.net.URI;
import java.time.Clock;

/** Makes authenticators of what is configured about identity providers. */
final class TokenProviders {
    private TokenProviders() {}

    static JwtUsers open(BearerTokens settings) {
        KeySetSource keys = settings.keysFile()
                .<KeySetSource>map(KeySetSource.OfFile::new)
                .orElseGet(() -> new KeySetSource.OfAddress(URI.create(settings.keysAddress())));
        JwtRules rules = new JwtRules(
                settings.issuer(),
                settings.audiences(),
                settings.algorithms(),
                settings.principalClaim(),
                settings.rolesClaim(),
                settings.clockSkew());
        return new JwtUsers(rules, keys, Clock.systemUTC());
    }
}
