package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.time.Duration;
import java.util.List;

/** How many ended queries are remembered, and how long. */
public record HistorySettings(int entriesMax, Duration timeToLive) {

    static final Key<Long> MAX_ENTRIES = Key.of(
            "query_history.max_entries", ValueType.count(0, 1_000_000), 10_000L, "Ended queries that are remembered.");
    static final Key<Duration> TTL = Key.of(
            "query_history.ttl_secs",
            ValueType.seconds(),
            Duration.ofMinutes(30),
            "How long an ended query is remembered.");

    static final List<Key<?>> KEYS = List.of(MAX_ENTRIES, TTL);

    static HistorySettings of(Settings settings) {
        return new HistorySettings(Math.toIntExact(settings.value(MAX_ENTRIES)), settings.value(TTL));
    }
}
