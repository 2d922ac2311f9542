package io.sqe.executor.fragment;

import static io.sqe.executor.fragment.TestEngine.drain;
import static io.sqe.executor.fragment.TestPlans.I64;
import static io.sqe.executor.fragment.TestPlans.fragment;
import static io.sqe.executor.fragment.TestPlans.oneRow;
import static io.sqe.executor.fragment.TestPlans.parquet;
import static io.sqe.executor.fragment.TestPlans.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One fragment at a time: that the next one starts shows that the last has let go of everything. */
@Timeout(60)
class CancellationTest {
    private static final Fragment ONE = fragment(oneRow(), List.of("one"));

    @TempDir
    Path warehouse;

    private TestEngine engine;
    private DuckDbExecutor executor;

    @BeforeEach
    void open() {
        engine = TestEngine.over(warehouse);
        var options = ExecutorOptions.over(List.of(warehouse)).withFragmentsInFlightMax(1, Duration.ofMinutes(5));
        executor = DuckDbExecutor.open(options, engine.allocator());
    }

    @AfterEach
    void close() {
        executor.close();
        engine.close();
    }

    @Test
    void whatIsCancelledBeforeItStartsDoesNotStart() {
        var cancellation = new Cancellation();
        cancellation.request();

        assertThatThrownBy(() -> executor.start(ONE, FragmentOptions.standard(), cancellation))
                .isInstanceOf(ExecutorException.Cancelled.class);
        assertIdle();
    }

    @Test
    void whoeverWaitsForATurnHearsTheRequest() throws InterruptedException {
        var cancellation = new Cancellation();
        Thread canceller = Thread.ofVirtual().unstarted(cancellation::request);

        try (RunningFragment _ = executor.start(ONE, FragmentOptions.standard())) {
            canceller.start();
            assertThatThrownBy(() -> executor.start(ONE, FragmentOptions.standard(), cancellation))
                    .isInstanceOf(ExecutorException.Cancelled.class);
            canceller.join();
        }
        assertIdle();
    }

    @Test
    void aRequestStopsWhatRuns() {
        var cancellation = new Cancellation();

        try (RunningFragment running =
                executor.start(manyRows(), FragmentOptions.standard().withBatchRows(2048), cancellation)) {
            assertThat(running.rows().loadNext()).isTrue();
            cancellation.request();
            assertThatThrownBy(() -> running.rows().loadNext()).isInstanceOf(ExecutorException.Cancelled.class);
        }
        assertIdle();
    }

    @Test
    void aFragmentThatIsClosedMidwayStopsItsWork() {
        try (RunningFragment running =
                executor.start(manyRows(), FragmentOptions.standard().withBatchRows(2048))) {
            assertThat(running.rows().loadNext()).isTrue();
        }
        assertIdle();
    }

    @Test
    void aRequestAfterTheEndDoesNothing() {
        var cancellation = new Cancellation();
        try (RunningFragment running = executor.start(ONE, FragmentOptions.standard(), cancellation)) {
            assertThat(drain(running)).containsExactly("1");
        }

        cancellation.request();

        assertIdle();
    }

    private void assertIdle() {
        try (RunningFragment next = executor.start(ONE, FragmentOptions.standard())) {
            assertThat(drain(next)).containsExactly("1");
        }
    }

    private Fragment manyRows() {
        Path file = engine.write(warehouse.resolve("data.parquet"), "SELECT range AS i FROM range(3000000)", "");
        return fragment(read(parquet(file), List.of("i"), List.of(I64)), List.of("i"));
    }
}
