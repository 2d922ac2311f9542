package io.sqe.cli.wiring.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sqe.gateway.configuration.ServerConfiguration;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What every concern of a server stands on: its configuration, its meters, what has been opened, and where it listens. */
final class ServerGround implements AutoCloseable {
    private final AtomicReference<ServerConfiguration> current;
    private final String version;
    private final Clock clock = Clock.systemUTC();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT,
            new PrometheusRegistry(),
            io.micrometer.core.instrument.Clock.SYSTEM,
            new QuerySpans());
    private final OpenedParts parts = new OpenedParts();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    /** Closed by the server, or by who failed to start it. */
    ServerGround(ServerConfiguration started, String version) {
        this.current = new AtomicReference<>(started);
        this.version = version;
    }

    /** As it is just now: a reload changes it. */
    ServerConfiguration configuration() {
        return current.get();
    }

    void takeOver(ServerConfiguration next) {
        current.set(next);
    }

    String version() {
        return version;
    }

    Clock clock() {
        return clock;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What is kept here is closed in the opposite order. */
    OpenedParts parts() {
        return parts;
    }

    /** Notes where the server listens, for who started it. */
    void listensAt(String what, String address) {
        addresses.put(what, address);
    }

    Map<String, String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        parts.close();
    }
}
