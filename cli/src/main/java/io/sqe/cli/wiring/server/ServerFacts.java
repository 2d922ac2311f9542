package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.Gauge;
import io.sqe.gateway.admission.LimitedEngine;
import io.sqe.gateway.configuration.ServerConfiguration;
import io.sqe.gateway.operations.Readiness;
import io.sqe.gateway.operations.WorkerReport;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.web.view.ServerState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pages show of this server. */
record ServerFacts(ServerGround ground, ServerEngine engine, Readiness readiness) implements ServerState {

    @Override
    public Duration uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    @Override
    public Queue queue() {
        long placesMax = ground.configuration().query().concurrentMax();
        return engine.limited()
                .map(open -> new Queue(open.runningCount(), placesMax, open.waitingCount()))
                .orElse(new Queue(0, placesMax, 0));
    }

    @Override
    public Memory memory() {
        Runtime heap = Runtime.getRuntime();
        Optional<LimitedEngine> limited = engine.limited();
        return new Memory(
                ground.configuration().coordinator().memoryLimit().bytes(),
                limited.map(LimitedEngine::reservedBytes).orElse(0L),
                limited.map(open -> open.memory().heldBytes()).orElse(0L),
                limited.map(open -> open.memory().spilledBytes()).orElse(0L),
                residentBytes(),
                heap.totalMemory() - heap.freeMemory(),
                heap.maxMemory());
    }

    private long residentBytes() {
        return Optional.ofNullable(
                        ground.registry().find("sqe.coordinator.rss.bytes").gauge())
                .map(Gauge::value)
                .map(Double::longValue)
                .orElse(-1L);
    }

    @Override
    public List<Cache> caches() {
        return engine.caches().stream().map(ServerFacts::cache).toList();
    }

    private static Cache cache(CacheStatistics statistics) {
        CacheState now = statistics.state();
        return new Cache(statistics.name(), now.entries(), now.bytes(), now.bytesMax(), now.hits(), now.misses());
    }

    @Override
    public List<Node> nodes() {
        ServerConfiguration now = ground.configuration();
        String state = readiness.state() == Readiness.State.SERVING
                ? "active"
                : readiness.state().name().toLowerCase(Locale.ROOT);
        Node here = new Node(
                now.coordinator().host(),
                now.coordinator().mode().name().toLowerCase(Locale.ROOT),
                state,
                Optional.of(ground.version()),
                Optional.empty());
        return Stream.concat(Stream.of(here), engine.watch().workers().stream().map(ServerFacts::node))
                .toList();
    }

    private static Node node(WorkerReport worker) {
        String state =
                worker.state().equals("alive") ? "active" : worker.state().replace('_', ' ');
        return new Node(
                worker.address(),
                "worker",
                state,
                Optional.empty(),
                Optional.of(new Worker(
                        worker.running(), worker.memoryBytes(), worker.lastSeen(), worker.notAnsweringSince())));
    }
}
