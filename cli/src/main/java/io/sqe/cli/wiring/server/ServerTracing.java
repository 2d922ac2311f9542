package io.sqe.cli.wiring.server;

import io.sqe.gateway.configuration.TracingSettings;
import io.sqe.gateway.trace.Tracer;
import io.sqe.gateway.tracing.OtlpOptions;
import io.sqe.gateway.tracing.OtlpTracer;
import java.net.URI;
import java.util.Optional;

/** Traces where a collector is named. Nothing of OpenTelemetry is loaded where none is. */
final class ServerTracing {
    private ServerTracing() {}

    static Tracer open(TracingSettings settings, String version, OpenedParts parts) {
        Optional<URI> collector = settings.endpoint();
        return collector.isEmpty()
                ? Tracer.none()
                : parts.keep(
                        OtlpTracer.open(new OtlpOptions(collector.get(), settings.sampleRate(), version)),
                        OtlpTracer::close);
    }
}
