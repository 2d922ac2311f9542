package io.sqe.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextTest {

    @Test
    void headersAreReadAndWrittenAsW3cHasThem() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(TraceContext.parse(Optional.of(parent), Optional.of("a=1,b=2")))
                .hasValueSatisfying(context -> {
                    assertThat(context.traceparent()).isEqualTo(parent);
                    assertThat(context.state()).isEqualTo("a=1,b=2");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nX: y"
            })
    void whatIsNoContextIsNone(String parent) {
        assertThat(TraceContext.parse(Optional.of(parent), Optional.empty())).isEmpty();
    }

    @Test
    void laterVersionsMaySayMoreAndStateThatIsTooLongIsLeftOut() {
        Optional<TraceContext> read = TraceContext.parse(
                Optional.of("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more"),
                Optional.of("x=" + "1".repeat(600)));
        assertThat(read).map(TraceContext::isSampled).contains(false);
        assertThat(read).map(TraceContext::state).contains("");
    }
}
