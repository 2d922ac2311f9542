package io.sqe.gateway.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.TraceContext;
import io.sqe.gateway.trace.Tracer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps spans in a queue and sends them in batches. A collector that is slow or gone costs spans, never a query: a full queue
 * drops what comes. The caller closes it after the last query; that sends what is left.
 */
public final class OtlpTracer implements Tracer, AutoCloseable {
    private static final int QUEUE_SPANS_MAX = 4096;
    private static final int BATCH_SPANS_MAX = 512;
    private static final int ATTRIBUTES_MAX = 32;
    private static final int EVENTS_MAX = 16;
    private static final int ATTRIBUTE_CHARACTERS_MAX = 4096;
    private static final Duration SEND_EVERY = Duration.ofSeconds(1);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAST_SEND_TIMEOUT = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final io.opentelemetry.api.trace.Tracer tracer;

    private OtlpTracer(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("io.sqe");
    }

    /** Sends nothing before there is something to send: a collector may start later. */
    public static OtlpTracer open(OtlpOptions options) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(options.url())
                .setTimeout(SEND_TIMEOUT)
                .setConnectTimeout(SEND_TIMEOUT)
                .build();
        BatchSpanProcessor queue = BatchSpanProcessor.builder(exporter)
                .setMaxQueueSize(QUEUE_SPANS_MAX)
                .setMaxExportBatchSize(BATCH_SPANS_MAX)
                .setScheduleDelay(SEND_EVERY)
                .setExporterTimeout(SEND_TIMEOUT)
                .build();
        return new OtlpTracer(SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.builder()
                                .put("service.name", "sqe")
                                .put("service.version", options.serviceVersion())
                                .build())))
                .setSpanLimits(SpanLimits.builder()
                        .setMaxNumberOfAttributes(ATTRIBUTES_MAX)
                        .setMaxNumberOfEvents(EVENTS_MAX)
                        .setMaxAttributeValueLength(ATTRIBUTE_CHARACTERS_MAX)
                        .build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(options.sampleRate())))
                .addSpanProcessor(queue)
                .build());
    }

    @Override
    public Span begin(String name, Optional<TraceContext> client) {
        Context parent = client.map(W3cHeaders::read).orElseGet(Context::root);
        return new OtlpSpan(
                tracer,
                tracer.spanBuilder(name)
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    /** Sends what is in the queue, for a while, and ends. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
