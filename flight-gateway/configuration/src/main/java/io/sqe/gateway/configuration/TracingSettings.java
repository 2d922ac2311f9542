package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the traces of queries go.
 *
 * @param endpoint a collector; without one nothing is traced
 * @param sampleRate the share of traces that are kept, where the client has not decided
 */
public record TracingSettings(Optional<URI> endpoint, double sampleRate) {

    static final Key<Optional<URI>> OTLP_ENDPOINT = Key.of(
            "metrics.otlp_endpoint",
            ValueType.httpAddress(),
            Optional.empty(),
            "An OpenTelemetry collector that takes OTLP over HTTP, such as `http://localhost:4318`. It gets traces.");
    static final Key<Optional<URI>> TRACES_OTLP_ENDPOINT = Key.of(
            "metrics.traces_otlp_endpoint",
            ValueType.httpAddress(),
            Optional.empty(),
            "Another collector for traces. Without a path in it, `/v1/traces` is meant.");
    static final Key<Double> TRACE_SAMPLE_RATE = Key.of(
            "metrics.trace_sample_rate",
            ValueType.share(),
            0.01,
            "The share of queries that are traced. A client that sends a `traceparent` decides for its query itself.");

    static final List<Key<?>> KEYS = List.of(OTLP_ENDPOINT, TRACES_OTLP_ENDPOINT, TRACE_SAMPLE_RATE);

    static TracingSettings of(Settings settings) {
        return new TracingSettings(
                settings.value(TRACES_OTLP_ENDPOINT).or(() -> settings.value(OTLP_ENDPOINT)),
                settings.value(TRACE_SAMPLE_RATE));
    }
}
