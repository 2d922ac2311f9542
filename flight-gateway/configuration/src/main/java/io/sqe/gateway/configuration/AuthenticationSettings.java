package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who proves to be whom.
 *
 * @param providers asked in order; the first that knows the credentials answers
 * @param adminRoles who may see and cancel others' queries
 */
public record AuthenticationSettings(List<Provider> providers, Set<String> adminRoles) {

    static final String PROVIDERS = "auth.providers";

    static final Key<ProviderType> TYPE = Key.of(
            "auth.providers.*.type",
            ValueType.choice(ProviderType.class),
            ProviderType.STATIC,
            "`static`: users and hashed passwords in a file. `anonymous`: whoever comes, for development. `[[auth.providers]]` is a list.");
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
    static final Key<List<String>> ADMIN_ROLES = Key.of(
                    "auth.admin_roles",
                    ValueType.texts(),
                    List.of("service_admin", "catalog_admin"),
                    "Roles that may see and cancel the queries of others.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(TYPE, USERS_FILE, USER, ROLES, ADMIN_ROLES);

    public AuthenticationSettings {
        providers = List.copyOf(providers);
        adminRoles = Set.copyOf(adminRoles);
    }

    static AuthenticationSettings of(Settings settings) {
        List<Provider> providers = settings.names(PROVIDERS).stream()
                .map(at -> provider(settings, at))
                .toList();
        return new AuthenticationSettings(providers, Set.copyOf(settings.value(ADMIN_ROLES)));
    }

    private static Provider provider(Settings settings, String at) {
        return switch (settings.value(TYPE, at)) {
            case STATIC ->
                new Provider.StaticUsers(settings.value(USERS_FILE, at).orElse(Path.of("")));
            case ANONYMOUS -> new Provider.Anonymous(settings.value(USER, at), Set.copyOf(settings.value(ROLES, at)));
        };
    }

    /** Whether somebody may come in without proof. */
    public boolean letsAnyoneIn() {
        return providers.isEmpty() || providers.stream().anyMatch(Provider.Anonymous.class::isInstance);
    }

    /** The kinds of providers. */
    public enum ProviderType {
        STATIC,
        ANONYMOUS
    }

    /** Turns credentials into principals. */
    public sealed interface Provider {
        /** Users in a file. */
        record StaticUsers(Path usersFile) implements Provider {}

        /** Everybody. */
        record Anonymous(String user, Set<String> roles) implements Provider {}
    }
}
