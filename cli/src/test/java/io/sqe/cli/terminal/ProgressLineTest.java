package io.sqe.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.cli.execution.ProgressDisplay.Shown;
import io.sqe.executor.Progress;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final QueryProgress HALF_WAY = new QueryProgress(
            Phase.RUNNING, new Progress(47.5, 12_300_000, 26_000_000), Duration.ofSeconds(3), 10, 251_658_240);

    @Test
    void aLineTellsHowFarAQueryHasCome() {
        assertThat(ProgressText.of(HALF_WAY))
                .isEqualTo("█████████▌░░░░░░░░░░  48% · 12.3M rows · 4.1M rows/s · 80.0 MiB/s · 3.0 s");
        assertThat(ProgressText.of(new QueryProgress(Phase.RUNNING, Progress.UNKNOWN, Duration.ofSeconds(61), 0, 0)))
                .isEqualTo("1 min 1 s");
        assertThat(ProgressText.of(new QueryProgress(Phase.PLANNING, Progress.UNKNOWN, Duration.ofMillis(600), 0, 0)))
                .isEqualTo("planning · 0.6 s");
    }

    @Test
    void theLineIsErasedWhenTheQueryEnds() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(2);
        StringWriter screen = new StringWriter();
        ProgressLine line = new ProgressLine(new PrintWriter(screen), () -> 40, Duration.ZERO);

        try (Shown _ = line.show(new HalfWay(asked))) {
            asked.await();
        }

        assertThat(screen.toString())
                .startsWith("\r\u001b[K█████████▌░░░░░░░░░░  48% · 12.3M rows…")
                .endsWith("\r\u001b[K");
    }

    @Test
    void aQuickQueryShowsNothing() {
        StringWriter screen = new StringWriter();

        new ProgressLine(new PrintWriter(screen), () -> 40, Duration.ofHours(1))
                .show(new HalfWay(new CountDownLatch(1)))
                .close();

        assertThat(screen.toString()).isEmpty();
    }

    private record HalfWay(CountDownLatch asked) implements QueryControl {
        @Override
        public QueryId id() {
            return new QueryId("half");
        }

        @Override
        public QueryProgress progress() {
            asked.countDown();
            return HALF_WAY;
        }

        @Override
        public void cancel() {}
    }
}
