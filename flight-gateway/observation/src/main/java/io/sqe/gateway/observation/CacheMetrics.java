package io.sqe.gateway.observation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Shows what caches hold and how they serve, under the names that dashboards know. */
public final class CacheMetrics {
    private final MeterRegistry registry;

    private CacheMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From here on the registry asks these caches. */
    public static void bind(MeterRegistry registry, List<CacheStatistics> caches) {
        caches.forEach(new CacheMetrics(registry)::bind);
    }

    private void bind(CacheStatistics cache) {
        counter("sqe.cache.hits", "Answers found in a cache", cache, CacheState::hits);
        counter("sqe.cache.misses", "Answers not found in a cache", cache, CacheState::misses);
        counter(
                "sqe.cache.invalidations",
                "Entries that a cache has dropped: too old, too many, or of what has changed",
                cache,
                CacheState::invalidations);
        gauge("sqe.cache.size.bytes", "What a cache's entries take", cache, CacheState::bytes);
        gauge("sqe.cache.entries", "Entries of a cache", cache, CacheState::entries);
    }

    private void counter(String name, String what, CacheStatistics cache, ToDoubleFunction<CacheState> count) {
        FunctionCounter.builder(name, cache, counted -> count.applyAsDouble(counted.state()))
                .description(what)
                .tag("cache", cache.name())
                .register(registry);
    }

    private void gauge(String name, String what, CacheStatistics cache, ToDoubleFunction<CacheState> amount) {
        Gauge.builder(name, cache, counted -> amount.applyAsDouble(counted.state()))
                .description(what)
                .tag("cache", cache.name())
                .register(registry);
    }
}
