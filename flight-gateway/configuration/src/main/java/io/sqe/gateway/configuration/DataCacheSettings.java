package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * What is in data files that are read often, kept in the engine's own format.
 *
 * @param usesMin reads of the same files within a minute that make them worth loading
 * @param bytesMax of all tables together
 * @param idleMax after which what nobody reads is dropped
 */
public record DataCacheSettings(boolean enabled, int usesMin, MemorySize bytesMax, Duration idleMax) {

    static final Key<Boolean> ENABLED = Key.of(
            "data_cache.enabled",
            ValueType.flag(),
            true,
            "Whether the engine keeps data files that are read often in its own format, which it reads several times as fast. Never without `coordinator.spill_to_disk`.");
    static final Key<Long> MIN_USES = Key.of(
            "data_cache.min_uses",
            ValueType.count(1, 1_000_000),
            3L,
            "Reads of the same files within a minute after which they are loaded, beside the queries that read them.");
    static final Key<MemorySize> MAX_MEMORY = Key.of(
            "data_cache.max_memory",
            ValueType.memory(),
            MemorySize.parse("1GB"),
            "Memory of everything that is kept, within `coordinator.memory_limit` and at most a quarter of it. What would have to be written to disk is dropped.");
    static final Key<Duration> IDLE = Key.of(
            "data_cache.idle_secs",
            ValueType.seconds(),
            Duration.ofMinutes(5),
            "How long data that nobody reads is kept.");

    static final List<Key<?>> KEYS = List.of(ENABLED, MIN_USES, MAX_MEMORY, IDLE);

    static DataCacheSettings of(Settings settings) {
        return new DataCacheSettings(
                settings.value(ENABLED),
                Math.toIntExact(settings.value(MIN_USES)),
                settings.value(MAX_MEMORY),
                settings.value(IDLE));
    }
}
