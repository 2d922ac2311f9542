package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who proves to be whom.
 *
 * @param providers asked in order; the first that knows the credentials answers
 * @param adminRoles who may see and cancel others' queries
 * @param browserLogin how long a person has to log in through a browser; empty if nobody can
 */
public record AuthenticationSettings(
        List<Provider> providers, Set<String> adminRoles, Optional<Duration> browserLogin) {

    static final String PROVIDERS = "auth.providers";

    static final Key<ProviderType> TYPE = Key.of(
            "auth.providers.*.type",
            ValueType.choice(ProviderType.class),
            ProviderType.STATIC,
            "`static`: users and hashed passwords in a file. `bearer_token`: tokens (JWT) that an identity provider has signed."
                    + " `anonymous`: whoever comes, for development. `[[auth.providers]]` is a list.");
    static final Key<Optional<Path>> USERS_FILE = Key.of(
                    "auth.providers.*.users_file",
                    ValueType.path(),
                    Optional.empty(),
                    "For `static`: the file of users, read again on reload. `sqe user hash` makes its hashes.")
            .reloadable();
    static final Key<String> USER = Key.of(
            "auth.providers.*.user",
            ValueType.text(),
            "anonymous",
            "For `anonymous`: the name of a client that gives none.");
    static final Key<List<String>> ROLES =
            Key.of("auth.providers.*.roles", ValueType.texts(), List.of(), "For `anonymous`: the roles of everybody.");
    static final Key<String> ISSUER = Key.of(
            "auth.providers.*.issuer",
            ValueType.text(),
            "",
            "For `bearer_token`: what the tokens' `iss` says. Tokens of others go on to the next provider.");
    static final Key<List<String>> AUDIENCE = Key.of(
            "auth.providers.*.audience",
            ValueType.texts(),
            List.of(),
            "For `bearer_token`: names of this service, one of which the tokens' `aud` says.");
    static final Key<Optional<Path>> JWKS_FILE = Key.of(
            "auth.providers.*.jwks_file",
            ValueType.path(),
            Optional.empty(),
            "For `bearer_token`: the provider's public keys, a JSON Web Key Set. Read again every 5 minutes, and for a key that is not known.");
    static final Key<String> JWKS_URL = Key.of(
            "auth.providers.*.jwks_url",
            ValueType.text(),
            "",
            "The same at an address of `https`; `http` only on this machine. Redirects are not followed.");
    static final Key<List<String>> ALGORITHMS = Key.of(
            "auth.providers.*.algorithms",
            ValueType.texts(),
            List.of("RS256", "PS256", "ES256"),
            "For `bearer_token`: signatures that are taken: RS, PS or ES with 256, 384 or 512.");
    static final Key<String> PRINCIPAL_CLAIM = Key.of(
            "auth.providers.*.principal_claim",
            ValueType.text(),
            "sub",
            "For `bearer_token`: the claim with the user's name, such as `preferred_username`.");
    static final Key<String> ROLES_CLAIM = Key.of(
            "auth.providers.*.roles_claim",
            ValueType.text(),
            "realm_access.roles",
            "For `bearer_token`: the claim with the user's roles or groups, a list; dots lead into objects.");
    static final Key<Duration> CLOCK_SKEW = Key.of(
            "auth.providers.*.clock_skew_secs",
            ValueType.seconds(),
            Duration.ofSeconds(30),
            "For `bearer_token`: how far the provider's clock may be off.");
    static final Key<Boolean> BROWSER_LOGIN = Key.of(
            "auth.browser_login",
            ValueType.flag(),
            true,
            "Whether Trino's clients without a password may send their person to a login form in a browser (`externalAuthentication`)."
                    + " It needs a `static` provider and, beyond this machine, TLS.");
    static final Key<Duration> BROWSER_LOGIN_TIMEOUT = Key.of(
            "auth.browser_login_timeout_secs",
            ValueType.seconds(),
            Duration.ofMinutes(15),
            "How long the person has for it.");
    static final Key<List<String>> ADMIN_ROLES = Key.of(
                    "auth.admin_roles",
                    ValueType.texts(),
                    List.of("service_admin", "catalog_admin"),
                    "Roles that may see and cancel the queries of others.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(
            TYPE,
            USERS_FILE,
            USER,
            ROLES,
            ISSUER,
            AUDIENCE,
            JWKS_FILE,
            JWKS_URL,
            ALGORITHMS,
            PRINCIPAL_CLAIM,
            ROLES_CLAIM,
            CLOCK_SKEW,
            ADMIN_ROLES,
            BROWSER_LOGIN,
            BROWSER_LOGIN_TIMEOUT);

    public AuthenticationSettings {
        providers = List.copyOf(providers);
        adminRoles = Set.copyOf(adminRoles);
    }

    static AuthenticationSettings of(Settings settings) {
        List<Provider> providers = settings.names(PROVIDERS).stream()
                .map(at -> provider(settings, at))
                .toList();
        Optional<Duration> browserLogin =
                settings.value(BROWSER_LOGIN) && providers.stream().anyMatch(Provider.StaticUsers.class::isInstance)
                        ? Optional.of(settings.value(BROWSER_LOGIN_TIMEOUT))
                        : Optional.empty();
        return new AuthenticationSettings(providers, Set.copyOf(settings.value(ADMIN_ROLES)), browserLogin);
    }

    static Provider provider(Settings settings, String at) {
        return switch (settings.value(TYPE, at)) {
            case STATIC ->
                new Provider.StaticUsers(settings.value(USERS_FILE, at).orElse(Path.of("")));
            case BEARER_TOKEN -> tokens(settings, at);
            case ANONYMOUS -> new Provider.Anonymous(settings.value(USER, at), Set.copyOf(settings.value(ROLES, at)));
        };
    }

    private static Provider tokens(Settings settings, String at) {
        return new Provider.BearerTokens(
                settings.value(ISSUER, at),
                Set.copyOf(settings.value(AUDIENCE, at)),
                settings.value(JWKS_FILE, at),
                settings.value(JWKS_URL, at),
                Set.copyOf(settings.value(ALGORITHMS, at)),
                settings.value(PRINCIPAL_CLAIM, at),
                settings.value(ROLES_CLAIM, at),
                settings.value(CLOCK_SKEW, at));
    }

    /** Whether somebody may come in without proof. */
    public boolean letsAnyoneIn() {
        return providers.isEmpty() || providers.stream().anyMatch(Provider.Anonymous.class::isInstance);
    }

    /** The kinds of providers. */
    public enum ProviderType {
        STATIC,
        BEARER_TOKEN,
        ANONYMOUS
    }

    /** Turns credentials into principals. */
    public sealed interface Provider {
        /** Users in a file. */
        record StaticUsers(Path usersFile) implements Provider {}

        /**
         * Tokens of an identity provider.
         *
         * @param keysAddress where there is no {@code keysFile}
         */
        record BearerTokens(
                String issuer,
                Set<String> audiences,
                Optional<Path> keysFile,
                String keysAddress,
                Set<String> algorithms,
                String principalClaim,
                String rolesClaim,
                Duration clockSkew)
                implements Provider {
            public BearerTokens {
                audiences = Set.copyOf(audiences);
                algorithms = Set.copyOf(algorithms);
            }
        }

        /** Everybody. */
        record Anonymous(String user, Set<String> roles) implements Provider {}
    }
}
