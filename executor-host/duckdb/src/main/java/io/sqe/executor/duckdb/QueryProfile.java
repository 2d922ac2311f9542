package io.sqe.executor.duckdb;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What DuckDB did for a statement.
 *
 * @param metrics figures of the whole statement, such as {@code query.total_time} in seconds, {@code io.total_bytes_read} or
 *     {@code system.peak_buffer_memory}
 * @param root the operator that gave the result
 */
public record QueryProfile(Map<String, Double> metrics, OperatorProfile root) {
    private static final OperatorProfile NOTHING =
            new OperatorProfile("NOTHING", Map.of(), Map.of(), java.util.List.of());

    public QueryProfile {
        metrics = Map.copyOf(metrics);
    }

    /** Reads the snapshot that DuckDB keeps of a connection's last statement. */
    static QueryProfile read(CApi api, MemorySegment connection) {
        try (Call call = new Call(api)) {
            call.check(api.connectionGetQueryMetrics(connection, call.out(), call.err()));
            try (OwnedHandle snapshot = new OwnedHandle(call.outHandle(), api::queryMetricsDestroy)) {
                call.check(api.queryMetricsGetRoot(snapshot.handle(), call.out(), call.err()));
                OperatorProfile query = operator(api, call.outHandle());
                return new QueryProfile(
                        query.metrics(),
                        query.children().isEmpty() ? NOTHING : query.children().getFirst());
            }
        }
    }

    private static OperatorProfile operator(CApi api, MemorySegment node) {
        try (Call call = new Call(api)) {
            call.check(api.queryMetricsNodeGetName(node, call.out(), call.err()));
            String name = call.outText();
            call.check(api.queryMetricsNodeGetChildCount(node, call.out(), call.err()));
            long childCount = call.outLong();
            return new OperatorProfile(
                    name,
                    metrics(api, node),
                    Map.of(),
                    LongStream.range(0, childCount)
                            .mapToObj(index -> {
                                call.check(api.queryMetricsNodeGetChild(node, index, call.out(), call.err()));
                                return operator(api, call.outHandle());
                            })
                            .toList());
        }
    }

    private static Map<String, Double> metrics(CApi api, MemorySegment node) {
        Map<String, Double> metrics = new TreeMap<>();
        try (Call call = new Call(api)) {
            call.check(api.queryMetricsNodeGetMetricCount(node, call.out(), call.err()));
            long count = call.outLong();
            for (long index = 0; index < count; index++) {
                call.check(api.queryMetricsNodeGetMetricName(node, index, call.out(), call.err()));
                String name = call.outText();
                call.check(api.queryMetricsNodeGetMetricValue(node, index, call.out(), call.err()));
                metrics.put(name, number(api, call));
            }
        }
        return metrics;
    }

    /** A metric is an integer of some width or a double: its text is what they have in common. */
    private static double number(CApi api, Call call) {
        long capacity = 64;
        try (OwnedHandle metric = new OwnedHandle(call.outHandle(), api::valueDestroy)) {
            MemorySegment text = call.arena().allocate(capacity);
            call.check(api.valueToString(metric.handle(), text, capacity, call.out(), call.err()));
            return Double.parseDouble(text.getString(0));
        }
    }
}
