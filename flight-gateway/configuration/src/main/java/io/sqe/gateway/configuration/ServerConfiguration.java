package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Settings;
import java.util.List;

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
        ResultCacheSettings resultCache,
        DataCacheSettings dataCache,
        SpoolingSettings spooling,
        List<ResourceGroupSettings> resourceGroups,
        HistorySettings history,
        MetricsSettings metrics,
        TracingSettings tracing,
        RateLimitSettings rateLimit,
        SecuritySettings security,
        SessionSettings session,
        LoggingSettings logging) {

    public ServerConfiguration {
        resourceGroups = List.copyOf(resourceGroups);
    }

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
                ResultCacheSettings.of(settings),
                DataCacheSettings.of(settings),
                SpoolingSettings.of(settings),
                ResourceGroupSettings.of(settings),
                HistorySettings.of(settings),
                MetricsSettings.of(settings),
                TracingSettings.of(settings),
                RateLimitSettings.of(settings),
                SecuritySettings.of(settings),
                SessionSettings.of(settings),
                LoggingSettings.of(settings));
    }
}
