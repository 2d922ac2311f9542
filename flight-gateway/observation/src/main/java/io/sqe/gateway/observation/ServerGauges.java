package io.sqe.gateway.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** What a server holds just now: sessions, memory, workers. */
public final class ServerGauges {
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

    private final MeterRegistry registry;

    public ServerGauges(MeterRegistry registry) {
        this.registry = registry;
        new JvmMemoryMetrics().bindTo(registry);
        gauge("sqe.coordinator.rss.bytes", "Resident memory of this process", ServerGauges::residentBytes);
    }

    public ServerGauges sessions(DoubleSupplier active) {
        return gauge("sqe.active.sessions", "Sessions that are in use", active);
    }

    public ServerGauges workers(DoubleSupplier healthy) {
        return gauge("sqe.healthy.workers", "Workers that answer", healthy);
    }

    public ServerGauges waiting(DoubleSupplier queries) {
        return gauge("sqe.queued.queries", "Queries that wait for a place or memory", queries);
    }

    /**
     * Memory for queries.
     *
     * @param limitBytes all that may be set aside
     * @param usedBytes what is set aside
     */
    public ServerGauges memory(DoubleSupplier limitBytes, DoubleSupplier usedBytes) {
        gauge("sqe.coordinator.memory.limit.bytes", "Memory that queries may use", limitBytes);
        gauge("sqe.coordinator.memory.used.bytes", "Memory set aside for queries", usedBytes);
        return gauge(
                "sqe.coordinator.memory.pressure",
                "Share of the memory for queries that is set aside",
                () -> limitBytes.getAsDouble() == 0 ? 0 : usedBytes.getAsDouble() / limitBytes.getAsDouble());
    }

    private ServerGauges gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry);
        return this;
    }

    /** Of the kernel, where it tells; -1 elsewhere. */
    private static double residentBytes() {
        try (Stream<String> lines = Files.lines(PROCESS_STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notThere) {
            return -1;
        }
    }
}
