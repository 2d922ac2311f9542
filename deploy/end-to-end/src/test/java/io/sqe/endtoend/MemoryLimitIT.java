package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients notice of {@code query.max_query_memory}: who takes more is stopped, and nobody else. */
@Timeout(600)
class MemoryLimitIT {
    private static final String SMALL_LIMIT = "SQE_QUERY__MAX_QUERY_MEMORY=100MB";

    /** A group for each of so many numbers, far more than the limit holds. */
    private static final String GREEDY =
            """
            SELECT count(*) FROM (
                SELECT x % 50000000 AS k, count(*) AS n, max(x) AS m
                FROM (SELECT a.x * 10000 + b.x AS x FROM %1$s a, %1$s b) GROUP BY x %% 50000000)""".replace("x % 5", "x %% 5").formatted("(SELECT x FROM UNNEST(sequence(1, 10000)) s(x))");

    /** As long, and holds nothing but a sum. */
    private static final String FRUGAL = "SELECT sum((a.x * b.x + a.x) %% 7) > 0 FROM %1$s a, %1$s b"
            .formatted("(SELECT x FROM UNNEST(sequence(1, 40000)) s(x))");

    @TempDir
    Path folder;

    @Test
    void aggregationThatTakesMoreIsStoppedAndTheServerGoesOn() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, SMALL_LIMIT);
                FlightCalls flight = FlightCalls.to(server);
                TrinoCalls trino = TrinoCalls.to(server)) {
            assertThat(flight.outcome(GREEDY)).isEqualTo("RESOURCE_EXHAUSTED EXCEEDED_MEMORY");
            assertThat(trino.outcome(GREEDY)).isEqualTo("EXCEEDED_GLOBAL_MEMORY_LIMIT INSUFFICIENT_RESOURCES");
            assertThat(trino.outcome(
                            "CREATE TABLE never AS " + GREEDY.replace("count(*) FROM (", "count(*) AS n FROM (")))
                    .startsWith("EXCEEDED_GLOBAL_MEMORY_LIMIT");
            assertThat(trino.outcome("SELECT * FROM never")).startsWith("TABLE_NOT_FOUND");
            assertThat(flight.value("SELECT 6 * 7")).isEqualTo("42");
            assertThat(server.metrics()).contains("sqe_engine_restarts_total 0.0");
        }
    }

    @Test
    void neighbourOfAQueryThatTakesTooMuchIsUnharmed() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, SMALL_LIMIT);
                FlightCalls flight = FlightCalls.to(server);
                FlightCalls other = FlightCalls.to(server);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> frugal = clients.submit(() -> other.outcome(FRUGAL));
            server.awaitRunning(1);

            assertThat(flight.outcome(GREEDY)).isEqualTo("RESOURCE_EXHAUSTED EXCEEDED_MEMORY");

            assertThat(frugal.get()).isEqualTo("true");
        }
    }
}
