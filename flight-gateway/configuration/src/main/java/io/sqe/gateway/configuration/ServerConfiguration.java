package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Settings;

/** Everything that a server is told, checked as a whole. */
public record ServerConfiguration(
        CoordinatorSettings coordinator,
        EngineSettings engine,
        WorkerSettings worker,
        AuthenticationSettings authentication,
        CatalogSettings catalog,
        StorageSettings storage,
        PolicySettings policy,
        QuerySettings query,
        HistorySettings history,
        MetricsSettings metrics,
        RateLimitSettings rateLimit,
        SecuritySettings security,
        SessionSettings session,
        LoggingSettings logging) {

    static ServerConfiguration of(Settings settings) {
        return new ServerConfiguration(
                CoordinatorSettings.of(settings),
                EngineSettings.of(settings),
                WorkerSettings.of(settings),
                AuthenticationSettings.of(settings),
                CatalogSettings.of(settings),
                StorageSettings.of(settings),
                PolicySettings.of(settings),
                QuerySettings.of(settings),
                HistorySettings.of(settings),
                MetricsSettings.of(settings),
                RateLimitSettings.of(settings),
                SecuritySettings.of(settings),
                SessionSettings.of(settings),
                LoggingSettings.of(settings));
    }
}
