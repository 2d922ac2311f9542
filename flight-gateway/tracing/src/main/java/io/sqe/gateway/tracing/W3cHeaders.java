package io.sqe.gateway.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.sqe.gateway.trace.TraceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates between OpenTelemetry's contexts and ours, by the headers that both know. */
final class W3cHeaders {
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    private W3cHeaders() {}

    /** A tracestate that is malformed is left out. */
    static Context read(TraceContext context) {
        Map<String, String> headers = Map.of(PARENT, context.traceparent(), STATE, context.state());
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, new MapGetter());
    }

    static Optional<TraceContext> write(Context context) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, headers, (into, name, value) -> {
            if (into != null) {
                into.put(name, value);
            }
        });
        return TraceContext.parse(Optional.ofNullable(headers.get(PARENT)), Optional.ofNullable(headers.get(STATE)));
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
