package io.sqe.cli.wiring.server;

import io.prometheus.metrics.tracer.common.SpanContext;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the trace of the query that is being measured, so that a slow one on a chart leads to its trace. Only traces that are kept. */
final class QuerySpans implements SpanContext {

    @Override
    public @Nullable String getCurrentTraceId() {
        return current().map(TraceContext::traceId).orElse(null);
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        return current().map(TraceContext::spanId).orElse(null);
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return current().isPresent();
    }

    /** Whether a trace is kept was decided when it began. */
    @Override
    public void markCurrentSpanAsExemplar() {}

    private static Optional<TraceContext> current() {
        return QueryScope.current().flatMap(scope -> scope.span().context()).filter(TraceContext::isSampled);
    }
}
