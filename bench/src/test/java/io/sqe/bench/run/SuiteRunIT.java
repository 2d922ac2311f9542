package io.sqe.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.bench.peer.DuckDbPeer;
import io.sqe.bench.suite.Dataset;
import io.sqe.bench.suite.KeptData;
import io.sqe.bench.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunIT {
    private static final double SCALE = 0.01;

    /** Shared by all tests, for data is made once. */
    @TempDir
    private static Path directory;

    @Test
    void anEngineThatIsRightIsEqualInAllOfTpch() {
        SuiteResult result = run(Suite.TPCH, Set.of(), UnaryOperator.identity());
        assertThat(result.queries())
                .hasSize(22)
                .allMatch(query -> query.status().isCorrect());
        assertThat(result.count(Status.EQUAL)).isGreaterThanOrEqualTo(20);
        assertThat(result.isCorrect()).isTrue();
        assertThat(result.ours().total()).isPositive();
        assertThat(result.peers().cpu()).isPositive();
    }

    @Test
    void aWrongConstantIsFound() {
        SuiteResult result = run(Suite.TPCH, Set.of("q1", "q6"), sql -> sql.replace("24", "23"));
        assertThat(result.queries()).extracting(QueryResult::status).containsExactly(Status.EQUAL, Status.DIFFERENT);
        assertThat(result.queries().get(1).message().orElseThrow()).contains("ours:", "theirs:");
        assertThat(result.isCorrect()).isFalse();
    }

    @Test
    void aFailureDoesNotEndTheSuite() {
        SuiteResult result = run(Suite.TPCH, Set.of("q1", "q6"), sql -> sql.replace("l_linestatus", "l_line_status"));
        assertThat(result.queries()).extracting(QueryResult::status).containsExactly(Status.FAILED, Status.EQUAL);
        assertThat(result.queries().getFirst().message().orElseThrow()).contains("l_line_status");
    }

    @Test
    void aQueryOfTwoStatementsIsOneQuery() {
        SuiteResult result = run(Suite.TPCDS, Set.of("q14", "q39"), UnaryOperator.identity());
        assertThat(result.queries()).hasSize(2).allMatch(query -> query.status().isCorrect());
    }

    private SuiteResult run(Suite suite, Set<String> queries, UnaryOperator<String> tampering) {
        EngineLimits limits = EngineLimits.of(directory, 2);
        Dataset dataset = Dataset.of(suite, SCALE);
        try (DuckDbUnderTest engine = DuckDbUnderTest.faulty(limits, tampering);
                DuckDbPeer peer = DuckDbPeer.open(limits)) {
            new KeptData(directory).ensure(dataset, engine.loader(), (_, _) -> {});
            RunOptions options = new RunOptions(1, queries, Duration.ofMinutes(1), limits);
            return new SuiteRun(engine, peer, options).run(dataset, _ -> {});
        }
    }
}
