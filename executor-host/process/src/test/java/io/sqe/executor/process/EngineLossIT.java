package io.sqe.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sqe.executor.ExecutorException;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.executor.fragment.ExecutorOptions;
import io.sqe.fragment.Fragment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to queries when their engine dies. */
@Timeout(600)
class EngineLossIT {
    /** More with {@code -Dsqe.test.kills=50}: each costs the start of a process, seconds where the machine is busy. */
    private static final int KILLS = Integer.getInteger("sqe.test.kills", 5);

    @TempDir
    Path warehouse;

    @Test
    void aKilledEngineFailsItsQueriesOnlyAndTheNextOneRuns() {
        var options = TestProcess.options(warehouse)
                .withStartsPerMinuteMax(10 * KILLS)
                .withStandby(EngineProcessOptions.Standby.ONE);
        try (var test = TestProcess.of(options)) {
            Fragment endless = Plans.endless(test.write(warehouse.resolve("n.parquet"), "FROM range(100000) t(i)"));
            Duration slowestError = Duration.ZERO;
            Duration slowestNext = Duration.ZERO;

            for (int i = 0; i < KILLS; i++) {
                long killed = lose(test, endless);
                long told = System.nanoTime();
                assertThat(test.rows(Plans.ONE)).containsExactly("1");
                slowestError = longer(slowestError, Duration.ofNanos(told - killed));
                slowestNext = longer(slowestNext, Duration.ofNanos(System.nanoTime() - told));
            }

            System.out.printf(
                    "%d kills: error within %d ms, next query within %d ms%n",
                    KILLS, slowestError.toMillis(), slowestNext.toMillis());
        }
    }

    /** Kills the engine while a query reads from it; answers when. */
    private static long lose(TestProcess test, Fragment endless) {
        try (RunningFragment running =
                test.executor().start(endless, FragmentOptions.standard().withBatchRows(2048))) {
            assertThat(running.rows().loadNext()).isTrue();
            TestProcess.killEngine();
            long killed = System.nanoTime();
            assertThatThrownBy(() -> {
                        while (running.rows().loadNext()) {
                            assertThat(running.rows().batch().getRowCount()).isPositive();
                        }
                    })
                    .isInstanceOf(ExecutorException.EngineLost.class)
                    .hasMessageContaining("send the query again");
            return killed;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    @Test
    void anEngineThatDiesTooOftenIsNotStartedForAWhile() {
        var options = TestProcess.options(warehouse).withStartsPerMinuteMax(1);
        try (var test = TestProcess.of(options)) {
            assertThat(test.rows(Plans.ONE)).containsExactly("1");
            TestProcess.killEngine();

            assertThatThrownBy(() -> test.rows(Plans.ONE))
                    .isInstanceOf(ExecutorException.EngineLost.class)
                    .hasMessageContaining("not started again before");
        }
    }

    @Test
    void anEngineThatCannotStartIsATypedError() {
        var options = TestProcess.options(warehouse).withJvmFlags(List.of("-XX:NoSuchFlag=1"));
        try (var test = TestProcess.of(options)) {
            assertThatThrownBy(() -> test.rows(Plans.ONE))
                    .isInstanceOf(ExecutorException.EngineLost.class)
                    .hasMessageContaining("cannot be started, 3 times in a row");
        }
    }

    @Test
    void whatAKilledEngineSpilledIsRemoved() throws IOException {
        Path spill = warehouse.resolve("spill");
        var engine = ExecutorOptions.over(List.of(warehouse)).withThreads(1).withSpill(spill, 1L << 30);
        try (var test = TestProcess.of(EngineProcessOptions.of(engine))) {
            assertThat(test.rows(Plans.ONE)).containsExactly("1");
            Path left = Files.writeString(onlyFolderIn(spill).resolve("rows.tmp"), "x");
            TestProcess.killEngine();
            assertThat(test.rows(Plans.ONE)).containsExactly("1");
            awaitEndOf(left);
        }
        assertThat(spill).isEmptyDirectory();
    }

    /** It is removed once another engine works; the class's time limit is the patience. */
    private static void awaitEndOf(Path file) {
        while (Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    private static Path onlyFolderIn(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.toList().getFirst();
        }
    }
}
