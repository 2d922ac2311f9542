package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * Results that are kept and served again to whoever may ask exactly the same.
 *
 * @param bytesMax of all results together
 * @param entryBytesMax of one result; a larger one is not kept
 */
public record ResultCacheSettings(boolean enabled, MemorySize bytesMax, MemorySize entryBytesMax, Duration timeToLive) {

    static final Key<Boolean> ENABLED = Key.of(
            "query_cache.enabled",
            ValueType.flag(),
            true,
            "Whether results are kept, for who asks the same again under the same policy over tables in the same state.");
    static final Key<Long> MAX_MEMORY = Key.of(
            "query_cache.max_memory_mb",
            ValueType.count(1, 1_048_576),
            256L,
            "Megabytes of all results together, outside the Java heap and beside `coordinator.memory_limit`.");
    static final Key<Long> MAX_ENTRY = Key.of(
            "query_cache.max_entry_mb",
            ValueType.count(1, 1_024),
            5L,
            "Megabytes of one result; a larger one is not kept. Up to eight results are copied at a time.");
    static final Key<Duration> TTL = Key.of(
            "query_cache.ttl_secs",
            ValueType.seconds(),
            Duration.ofMinutes(5),
            "How long a result is served after it was computed.");

    static final List<Key<?>> KEYS = List.of(ENABLED, MAX_MEMORY, MAX_ENTRY, TTL);

    static ResultCacheSettings of(Settings settings) {
        return new ResultCacheSettings(
                settings.value(ENABLED),
                megabytes(settings.value(MAX_MEMORY)),
                megabytes(settings.value(MAX_ENTRY)),
                settings.value(TTL));
    }

    private static MemorySize megabytes(long count) {
        return MemorySize.parse(count + "MB");
    }
}
