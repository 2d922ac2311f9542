package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.gateway.configuration.SpoolingSettings;
import io.sqe.gateway.trino.spooling.SpoolLimits;
import io.sqe.gateway.trino.spooling.SpoolStatistics;
import io.sqe.gateway.trino.spooling.SpoolStatistics.Held;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Results that wait for Trino's clients: their limits, and what dashboards see of them. */
record Spooling(Supplier<SpoolStatistics> statistics, MeterRegistry registry) {

    static SpoolLimits limits(SpoolingSettings settings) {
        SpoolLimits memory = SpoolLimits.inMemory(
                settings.memoryBytesMax().bytes(),
                Math.toIntExact(settings.inlineBytesMax().bytes()),
                settings.timeToLive());
        return settings.directory()
                .filter(_ -> settings.isOnDisk())
                .map(folder -> memory.with(
                        new SpoolLimits.Disk(folder, settings.diskBytesMax().bytes())))
                .orElse(memory);
    }

    void bind() {
        held("memory", SpoolStatistics::inMemory);
        held("disk", SpoolStatistics::onDisk);
        counter("memory", SpoolStatistics::keptInMemory);
        counter("disk", SpoolStatistics::keptOnDisk);
        counter("no_room", SpoolStatistics::noRoom);
        counter("disk_failed", SpoolStatistics::failed);
        FunctionCounter.builder(
                        "sqe.spooled.segments.expired",
                        statistics,
                        all -> all.get().expired())
                .description("Segments that no client has acknowledged in time")
                .register(registry);
    }

    private void held(String place, Function<SpoolStatistics, Held> of) {
        Gauge.builder("sqe.spooled.bytes", () -> of.apply(statistics.get()).bytes())
                .description("What results that wait for Trino's clients take")
                .tag("place", place)
                .strongReference(true)
                .register(registry);
        Gauge.builder("sqe.spooled.segments", () -> of.apply(statistics.get()).segments())
                .description("Segments that wait for Trino's clients")
                .tag("place", place)
                .strongReference(true)
                .register(registry);
    }

    private void counter(String outcome, ToDoubleFunction<SpoolStatistics> count) {
        FunctionCounter.builder("sqe.spooled.segments.kept", statistics, all -> count.applyAsDouble(all.get()))
                .description("Segments by where they went")
                .tag("outcome", outcome)
                .register(registry);
    }
}
