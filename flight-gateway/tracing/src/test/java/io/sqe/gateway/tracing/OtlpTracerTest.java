package io.sqe.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.gateway.trace.Span;
import io.sqe.gateway.trace.TraceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtlpTracerTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CLIENT_SPAN = "00f067aa0ba902b7";

    @Test
    void clientsTraceGoesOnWithOurSpansUnderItAndItsStateIsKept() throws IOException {
        try (TestCollector collector = TestCollector.open()) {
            Optional<TraceContext> told;
            try (OtlpTracer tracer = tracer(collector.address(), 0);
                    Span query = tracer.begin("sqe.query", client("01", "vendor=value"));
                    Span plan = query.child("sqe.plan").with("sqe.tables", 3)) {
                told = plan.context();
            }
            assertThat(collector.names()).containsExactlyInAnyOrder("sqe.query", "sqe.plan");
            var query = collector.span("sqe.query");
            var plan = collector.span("sqe.plan");
            assertThat(query.getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            assertThat(hex(query.getParentSpanId())).isEqualTo(CLIENT_SPAN);
            assertThat(plan.getParentSpanId()).isEqualTo(query.getSpanId());
            assertThat(hex(plan.getTraceId())).isEqualTo(TRACE);
            assertThat(plan.getAttributes(0).getValue().getIntValue()).isEqualTo(3);
            assertThat(told).contains(new TraceContext(TRACE, hex(plan.getSpanId()), true, "vendor=value"));
        }
    }

    @Test
    void clientThatKeepsNothingHasDecidedForUsAndMalformedStateIsLeftOut() throws IOException {
        try (TestCollector collector = TestCollector.open()) {
            try (OtlpTracer tracer = tracer(collector.address(), 1);
                    Span unwanted = tracer.begin("unwanted", client("00", "x=1"));
                    Span wanted = tracer.begin("wanted", client("01", "no state, this"))) {
                assertThat(unwanted.isKept()).isFalse();
                assertThat(unwanted.context()).map(TraceContext::traceId).contains(TRACE);
                assertThat(wanted.context()).map(TraceContext::state).contains("");
            }
            assertThat(collector.names()).containsExactly("wanted");
        }
    }

    @Test
    void failureIsMarkedByItsTypeAndNeverByItsText() throws IOException {
        try (TestCollector collector = TestCollector.open()) {
            try (OtlpTracer tracer = tracer(collector.address(), 1);
                    Span query = tracer.begin("sqe.query", Optional.empty())) {
                QueryScope scope = new QueryScope(QueryId.random(), "ann", query);
                assertThatIllegalStateException()
                        .isThrownBy(() -> scope.call(() -> QueryScope.span("sqe.plan", OtlpTracerTest::fail)));
            }
            var plan = collector.span("sqe.plan");
            assertThat(plan.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
            assertThat(plan.toString()).contains("IllegalStateException").doesNotContain("4929");
        }
    }

    @Test
    void collectorThatIsNotThereCostsSpansAndNothingElse() throws IOException {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
        try (OtlpTracer tracer = tracer(nobody, 1)) {
            for (int i = 0; i < 10_000; i++) {
                tracer.begin("sqe.query", Optional.empty()).close();
            }
        }
    }

    private static String fail() {
        throw new IllegalStateException("card 4929 is not valid");
    }

    private static OtlpTracer tracer(URI collector, double sampleRate) {
        return OtlpTracer.open(new OtlpOptions(collector, sampleRate, "1.2.3"));
    }

    private static Optional<TraceContext> client(String flags, String state) {
        return TraceContext.parse(Optional.of("00-" + TRACE + "-" + CLIENT_SPAN + "-" + flags), Optional.of(state));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
