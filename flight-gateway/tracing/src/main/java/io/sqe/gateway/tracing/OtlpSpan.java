package io.sqe.gateway.tracing;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.TraceContext;
import java.util.Optional;

/** A span of OpenTelemetry's. */
final class OtlpSpan implements Span {
    private final Tracer tracer;
    private final io.opentelemetry.api.trace.Span span;

    OtlpSpan(Tracer tracer, io.opentelemetry.api.trace.Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    @Override
    public Span child(String name) {
        return new OtlpSpan(
                tracer,
                tracer.spanBuilder(name).setParent(Context.root().with(span)).startSpan());
    }

    @Override
    public Span with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public Span with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public void failed(String errorCode) {
        span.setAttribute("error.type", errorCode);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public Optional<TraceContext> context() {
        return W3cHeaders.write(Context.root().with(span));
    }

    @Override
    public boolean isKept() {
        return span.isRecording();
    }

    @Override
    public void close() {
        span.end();
    }
}
