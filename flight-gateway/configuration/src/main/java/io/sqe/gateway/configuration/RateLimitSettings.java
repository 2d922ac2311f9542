package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.util.List;

/** How often, over all protocols together. */
public record RateLimitSettings(
        boolean enabled,
        long queriesPerUserPerMinute,
        long queriesPerMinute,
        long metadataPerUserPerMinute,
        long loginsPerMinute) {

    static final Key<Boolean> ENABLED = Key.of(
                    "rate_limit.enabled",
                    ValueType.flag(),
                    false,
                    "Whether queries are limited by rate. Logins always are.")
            .reloadable();
    static final Key<Long> PER_USER = Key.of(
                    "rate_limit.per_user_queries_per_minute",
                    ValueType.count(1, Integer.MAX_VALUE),
                    60L,
                    "Queries of one user a minute.")
            .reloadable();
    static final Key<Long> GLOBAL = Key.of(
                    "rate_limit.global_queries_per_minute",
                    ValueType.count(1, Integer.MAX_VALUE),
                    1000L,
                    "Queries of everybody a minute.")
            .reloadable();
    static final Key<Long> METADATA = Key.of(
                    "rate_limit.metadata_per_user_per_minute",
                    ValueType.count(1, Integer.MAX_VALUE),
                    120L,
                    "Listings and descriptions (metadata commands, preparing) of one user a minute.")
            .reloadable();
    static final Key<Long> LOGINS = Key.of(
                    "rate_limit.auth_attempts_per_minute",
                    ValueType.count(1, Integer.MAX_VALUE),
                    10L,
                    "Failed logins under one user name a minute; further ones are refused unread.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(ENABLED, PER_USER, GLOBAL, METADATA, LOGINS);

    static RateLimitSettings of(Settings settings) {
        return new RateLimitSettings(
                settings.value(ENABLED),
                settings.value(PER_USER),
                settings.value(GLOBAL),
                settings.value(METADATA),
                settings.value(LOGINS));
    }
}
