package io.sqe.endtoend.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.FlightRuntimeException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracesIT {
    private static final String CLIENT_SPAN = "00f067aa0ba902b7";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void queryOfEveryProtocolIsOneTraceUnderItsClientsSpan() throws Exception {
        String byFlight = "1".repeat(32);
        String byTrino = "2".repeat(32);
        String failing = "3".repeat(32);
        String writing = "4".repeat(32);
        try (SpanSink sink = new SpanSink()) {
            try (ObservedServer server = ObservedServer.start(
                            folder,
                            Map.of("SQE_METRICS__OTLP_ENDPOINT", sink.url(), "SQE_METRICS__TRACE_SAMPLE_RATE", "0"));
                    FlightCaller flight = server.flight("secret")) {
                server.trino("CREATE TABLE lake.main.numbers AS SELECT 4711 AS n", inTrace(writing));
                flight.rows("SELECT n FROM lake.main.numbers WHERE n = 4711", inTrace(byFlight));
                server.trino("SELECT n + 1 FROM lake.main.numbers", inTrace(byTrino));
                Assertions.assertThatExceptionOfType(FlightRuntimeException.class)
                        .isThrownBy(() -> flight.rows("SELECT n FROM absent", inTrace(failing)));
                server.trino("SELECT 'not traced: the client has not asked for it'", Map.of());
            }
            checkRead(sink.ofTrace(byFlight), "flight-sql");
            checkRead(sink.ofTrace(byTrino), "trino");
            Span query = named(sink.ofTrace(failing), "sqe.query");
            assertThat(query.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(query.toString()).contains("TABLE_NOT_FOUND");
            List<Span> write = sink.ofTrace(writing);
            assertParent(named(write, "sqe.write_commit"), named(write, "sqe.query"));
            assertThat(write.toString()).doesNotContain("4711");
        }
        assertThat(Files.readString(folder.resolve("audit.jsonl")))
                .contains("\"trace_id\":\"" + byFlight, "\"trace_id\":\"" + byTrino);
    }

    private static void checkRead(List<Span> spans, String protocol) {
        Span query = named(spans, "sqe.query");
        assertThat(hex(query.getParentSpanId().toByteArray())).isEqualTo(CLIENT_SPAN);
        assertThat(query.getTraceState()).isEqualTo("vendor=1");
        assertThat(query.toString()).contains(protocol, "\"ann\"", "numbers").doesNotContain("4711");
        Span plan = named(spans, "sqe.plan");
        assertParent(plan, query);
        assertParent(named(spans, "sqe.policy_rewrite"), plan);
        assertParent(named(spans, "sqe.execute"), query);
        assertThat(spans.stream().filter(span -> span.getName().equals("sqe.catalog")))
                .isNotEmpty()
                .allSatisfy(span -> assertParent(span, plan));
    }

    private static void assertParent(Span child, Span parent) {
        assertThat(child.getParentSpanId()).isEqualTo(parent.getSpanId());
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + spans.stream().map(Span::getName).toList()));
    }

    private static Map<String, String> inTrace(String traceId) {
        return Map.of("traceparent", "00-%s-%s-01".formatted(traceId, CLIENT_SPAN), "tracestate", "vendor=1");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
