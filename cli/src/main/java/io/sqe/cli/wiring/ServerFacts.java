package io.sqe.cli.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.web.view.ServerState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages show of this server.
 *
 * @param limited empty until it is opened: pages are there before it
 */
record ServerFacts(
        Supplier<ServerConfiguration> configuration,
        Supplier<Optional<LimitedEngine>> limited,
        Supplier<List<CacheStatistics>> cachesNow,
        Readiness readiness,
        MeterRegistry registry,
        String version)
        implements ServerState {

    @Override
    public Duration uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    @Override
    public Queue queue() {
        long placesMax = configuration.get().query().concurrentMax();
        return limited.get()
                .map(engine -> new Queue(engine.runningCount(), placesMax, engine.waitingCount()))
                .orElse(new Queue(0, placesMax, 0));
    }

    @Override
    public Memory memory() {
        Runtime heap = Runtime.getRuntime();
        Optional<LimitedEngine> engine = limited.get();
        return new Memory(
                configuration.get().coordinator().memoryLimit().bytes(),
                engine.map(LimitedEngine::reservedBytes).orElse(0L),
                engine.map(open -> open.memory().heldBytes()).orElse(0L),
                engine.map(open -> open.memory().spilledBytes()).orElse(0L),
                residentBytes(),
                heap.totalMemory() - heap.freeMemory(),
                heap.maxMemory());
    }

    private long residentBytes() {
        return Optional.ofNullable(registry.find("sqe.coordinator.rss.bytes").gauge())
                .map(Gauge::value)
                .map(Double::longValue)
                .orElse(-1L);
    }

    @Override
    public List<Cache> caches() {
        return cachesNow.get().stream().map(ServerFacts::cache).toList();
    }

    private static Cache cache(CacheStatistics statistics) {
        CacheState now = statistics.state();
        return new Cache(statistics.name(), now.entries(), now.bytes(), now.bytesMax(), now.hits(), now.misses());
    }

    @Override
    public List<Node> nodes() {
        ServerConfiguration now = configuration.get();
        String state = readiness.state() == Readiness.State.SERVING
                ? "active"
                : readiness.state().name().toLowerCase(Locale.ROOT);
        return List.of(new Node(
                now.coordinator().host(), now.coordinator().mode().name().toLowerCase(Locale.ROOT), state, version));
    }
}
