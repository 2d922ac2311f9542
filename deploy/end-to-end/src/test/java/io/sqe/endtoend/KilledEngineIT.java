package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients of a real server notice when its engine's process dies, or the server's own. */
@Timeout(1800)
class KilledEngineIT {
    /** The whole figure with {@code -Dsqe.test.kills=50}. */
    private static final int KILLS = Integer.getInteger("sqe.test.kills", 5);

    private static final String FLIGHT_LOST = "UNAVAILABLE ENGINE_LOST";
    private static final String TRINO_LOST = "REMOTE_HOST_GONE INTERNAL_ERROR";

    @TempDir
    Path folder;

    @Test
    void killedEngineFailsItsQueriesInATypedWayAndNothingElse() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, "SQE_COORDINATOR__ENGINE_STANDBY=true");
                TrinoCalls trino = TrinoCalls.to(server);
                FlightCalls flight = FlightCalls.to(server);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(trino.answer("CREATE TABLE kept AS SELECT x FROM UNNEST(sequence(1, 10)) s(x)"))
                    .contains("\"state\":\"FINISHED\"");
            Set<Path> files = files();
            var figures = new Figures();

            for (int kill = 0; kill < KILLS; kill++) {
                List<Future<String>> lost = start(
                        clients,
                        List.of(
                                () -> flight.outcome(pairs("count(*)", 100_000)),
                                () -> flight.outcome(pairs("max(a.x * b.x)", 100_000)),
                                () -> flight.outcome("INSERT INTO kept " + fewPairs("a.x * b.x")),
                                () -> trino.outcome(pairs("count(*)", 100_000)),
                                () -> trino.outcome("CREATE TABLE lost AS " + fewPairs("a.x * b.x AS y"))));
                server.awaitRunning(lost.size());

                ServerProgram.kill(server.engine());
                long killed = System.nanoTime();
                List<String> outcomes = outcomes(lost);
                long told = System.nanoTime();
                String next = flight.value("SELECT count(*) FROM kept");
                figures.add(killed, told, System.nanoTime());

                assertThat(outcomes)
                        .as("kill %d", kill)
                        .containsExactly(FLIGHT_LOST, FLIGHT_LOST, FLIGHT_LOST, TRINO_LOST, TRINO_LOST);
                assertThat(next).isEqualTo("10");
                assertOnlyLeft(files);
            }

            figures.print();
            assertThat(trino.outcome("SELECT * FROM lost")).startsWith("TABLE_NOT_FOUND");
            killWhileIdle(server, flight);
        }
    }

    private static void killWhileIdle(ServerProgram server, FlightCalls flight) throws Exception {
        ServerProgram.kill(server.engine());
        // Asked for the first time: what was asked before is answered without an engine.
        assertThat(flight.value("SELECT sum(1) FROM kept")).isEqualTo("10");
        assertThat(server.metrics()).contains("sqe_engine_restarts_total " + (KILLS + 1) + ".0");
        assertThat(server.health("/api/v1/status"))
                .contains("\"engine\":{\"place\":\"process\",\"running\":true", "\"restarts\":" + (KILLS + 1));
        assertThat(server.health("/readyz")).contains("\"engine_running\":true");
    }

    @Test
    void killedServerLeavesNoEngine() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder)) {
            List<ProcessHandle> engines = server.children();
            assertThat(engines).contains(server.engine());

            server.kill();

            for (ProcessHandle engine : engines) {
                assertThat(engine.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
            }
        }
    }

    @Test
    void toldToEndTheServerLetsItsQueriesFinish() throws Exception {
        try (ServerProgram server = ServerProgram.start(folder, "SQE_COORDINATOR__SHUTDOWN_DRAIN_SECS=200");
                FlightCalls flight = FlightCalls.to(server);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = start(clients, List.of(() -> flight.outcome(pairs("count(*)", 30_000))));
            server.awaitRunning(1);
            List<ProcessHandle> engines = server.children();

            assertThat(server.terminate()).isZero();

            assertThat(outcomes(running)).containsExactly("900000000");
            assertThat(engines).noneMatch(ProcessHandle::isAlive);
        }
    }

    /** So many pairs that there is time to kill an engine. */
    private static String pairs(String what, int rows) {
        return pairs(what, rows, 1000);
    }

    /** Looks at as many, and writes few. */
    private static String fewPairs(String what) {
        return pairs(what, 100_000, 1);
    }

    private static String pairs(String what, int rows, int ofThousand) {
        String side = "(SELECT x FROM UNNEST(sequence(1, " + rows + ")) s(x))";
        return "SELECT " + what + " FROM " + side + " a, " + side + " b WHERE (a.x * b.x + a.x) % 1000 < " + ofThousand;
    }

    private static List<Future<String>> start(ExecutorService clients, List<Callable<String>> calls) {
        return calls.stream().map(clients::submit).toList();
    }

    private static List<String> outcomes(List<Future<String>> running) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Future<String> one : running) {
            outcomes.add(one.get());
        }
        return outcomes;
    }

    /** A failed write is tidied up when its client has been told. */
    private void assertOnlyLeft(Set<Path> kept) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!files().equals(kept) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(files()).isEqualTo(kept);
    }

    /** All of the warehouse: tables' data, and what names it. */
    private Set<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("warehouse"))) {
            return found.filter(file -> file.toString().matches(".*\\.(parquet|json|avro)"))
                    .collect(Collectors.toSet());
        }
    }

    /** How long things took, at worst. */
    private static final class Figures {
        private Duration slowestError = Duration.ZERO;
        private Duration slowestNext = Duration.ZERO;

        void add(long killed, long told, long answered) {
            slowestError = longer(slowestError, Duration.ofNanos(told - killed));
            slowestNext = longer(slowestNext, Duration.ofNanos(answered - killed));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? other : one;
        }

        void print() {
            System.out.printf(
                    "%d kills: all clients told within %d ms, next query answered within %d ms of the kill%n",
                    KILLS, slowestError.toMillis(), slowestNext.toMillis());
        }
    }
}
