package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.AuthenticationSettings;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.configuration.SessionSettings;
import io.sqe.gateway.identity.AnonymousUsers;
import io.sqe.gateway.identity.Authenticator;
import io.sqe.gateway.identity.AuthenticatorChain;
import io.sqe.gateway.identity.LimitedLogins;
import io.sqe.gateway.identity.StaticUsers;
import io.sqe.gateway.observation.ObservedAuthenticator;
import io.sqe.gateway.observation.audit.AuditedAccess;
import io.sqe.gateway.session.ClusterKeys;
import io.sqe.gateway.session.Revocations;
import io.sqe.gateway.session.SessionAuthenticator;
import io.sqe.gateway.session.Sessions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who is let in, by whatever protocol.
 *
 * @param authenticator asks the sessions first, then the providers in their order
 * @param files to read again on reload
 */
record ServerAuthentication(Authenticator authenticator, Sessions sessions, List<StaticUsers> files) {

    static ServerAuthentication of(
            Supplier<ServerConfiguration> current, MeterRegistry registry, Optional<AuditedAccess> audit) {
        ServerConfiguration server = current.get();
        List<StaticUsers> files = new ArrayList<>();
        List<Authenticator> providers = new ArrayList<>();
        for (AuthenticationSettings.Provider provider : providers(server.authentication())) {
            switch (provider) {
                case AuthenticationSettings.Provider.StaticUsers(var file) -> {
                    StaticUsers users = new StaticUsers(file);
                    files.add(users);
                    Authenticator limited = new LimitedLogins(
                            users, () -> current.get().rateLimit().loginsPerMinute());
                    providers.add(new ObservedAuthenticator(limited, "static", registry));
                }
                case AuthenticationSettings.Provider.BearerTokens tokens ->
                    providers.add(new ObservedAuthenticator(TokenProviders.open(tokens), "bearer_token", registry));
                case AuthenticationSettings.Provider.Anonymous(var user, var roles) ->
                    providers.add(new ObservedAuthenticator(new AnonymousUsers(user, roles), "anonymous", registry));
            }
        }
        Sessions sessions = sessions(server.session());
        Authenticator all = new SessionAuthenticator(sessions, new AuthenticatorChain(providers));
        return new ServerAuthentication(audit.map(log -> log.watching(all)).orElse(all), sessions, List.copyOf(files));
    }

    /** Where none is configured, the server listens to this machine alone, or has been told to let everybody in. */
    private static List<AuthenticationSettings.Provider> providers(AuthenticationSettings settings) {
        return settings.providers().isEmpty()
                ? List.of(new AuthenticationSettings.Provider.Anonymous("anonymous", Set.of()))
                : settings.providers();
    }

    private static Sessions sessions(SessionSettings settings) {
        ClusterKeys keys = settings.clusterKeys().isEmpty()
                ? ClusterKeys.loadOrCreate(settings.secretsPath().orElseThrow())
                : ClusterKeys.parse(settings.clusterKeys().text());
        Clock clock = Clock.systemUTC();
        Revocations revocations = Revocations.in(settings.revocationsPath(), clock);
        return new Sessions(keys, settings.idleTimeout(), settings.absoluteTimeout(), clock, revocations);
    }

    /**
     * Reads the files of users and changes nothing yet; answers what takes them over. Who is gone from a file, or has another password
     * or other roles, must log in anew. Which providers there are only a start changes.
     *
     * @throws io.sqe.gateway.identity.UserFileException if one is wrong
     */
    Runnable readAgain(AuthenticationSettings next) {
        List<Path> paths = next.providers().stream()
                .filter(AuthenticationSettings.Provider.StaticUsers.class::isInstance)
                .map(AuthenticationSettings.Provider.StaticUsers.class::cast)
                .map(AuthenticationSettings.Provider.StaticUsers::usersFile)
                .toList();
        List<Runnable> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(paths.size(), files.size()); i++) {
            changes.add(files.get(i).readAgain(paths.get(i), sessions::endAll));
        }
        return () -> changes.forEach(Runnable::run);
    }
}
