package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator whose fragments run on a worker, both real. */
@Timeout(900)
class WorkersIT {
    private static final String SECRET = "SQE_COORDINATOR__WORKER_SECRET=0123456789abcdef-of-this-test";

    @TempDir
    Path folder;

    /** Workers are ready when they see the warehouse, which is a coordinator's to make. */
    @BeforeEach
    void makeWarehouse() throws IOException {
        Files.createDirectory(folder.resolve("warehouse"));
    }

    @Test
    void fragmentsRunOnTheWorkerAndItsLossIsTypedAndItsReturnNoticed() throws Exception {
        try (ServerProgram worker = ServerProgram.start(folder, SECRET, "SQE_MODE=worker");
                ServerProgram coordinator = ServerProgram.start(
                        folder,
                        SECRET,
                        "SQE_MODE=coordinator",
                        "SQE_COORDINATOR__HEALTH_CHECK_INTERVAL_SECS=1",
                        // A result that is kept needs no worker.
                        "SQE_QUERY_CACHE__ENABLED=false",
                        "SQE_COORDINATOR__WORKER_URLS=grpc://127.0.0.1:" + worker.workerPort());
                FlightCalls flight = FlightCalls.to(coordinator)) {
            assertThat(flight.outcome("CREATE TABLE t AS SELECT x FROM UNNEST(sequence(1, 1000)) s(x)"))
                    .doesNotContain("UNAVAILABLE");
            assertThat(flight.outcome("SELECT sum(x) FROM t")).isEqualTo("500500");
            assertThat(worker.metrics()).contains("sqe_worker_fragments_executed_total{status=\"success\"} 2.0");
            assertThat(worker.health("/api/v1/status")).contains("\"role\":\"worker\"");
            assertThat(coordinator.metrics()).contains("sqe_healthy_workers 1.0");
            assertThat(coordinator.children()).isEmpty();
            assertThat(coordinator.health("/api/v1/workers"))
                    .contains("\"state\":\"alive\",\"last_seen\":", "\"running_queries\":0,\"memory_bytes\":")
                    .doesNotContain("not_answering");

            worker.kill();

            assertThat(flight.outcome("SELECT sum(x) FROM t")).isEqualTo("UNAVAILABLE ENGINE_LOST");
            coordinator.awaitMetric("sqe_healthy_workers 0.0");
            assertThat(coordinator.health("/api/v1/workers"))
                    .contains("\"state\":\"not_answering\",\"last_seen\":", "\"not_answering_since\":")
                    .doesNotContain("memory_bytes");
            assertThat(coordinator.health("/readyz")).contains("\"failed\":[\"engine_running\"]");
        }
    }

    @Test
    void everybodySeesWhichWorkersThereAreAndWhetherTheyWork() throws Exception {
        int nobody = FreePorts.pair();
        try (ServerProgram worker = ServerProgram.start(folder, SECRET, "SQE_MODE=worker");
                ServerProgram coordinator = ServerProgram.start(
                        folder,
                        SECRET,
                        "SQE_MODE=coordinator",
                        "SQE_COORDINATOR__HEALTH_CHECK_INTERVAL_SECS=1",
                        "SQE_COORDINATOR__HEALTH_CHECK_MAX_FAILURES=1",
                        "SQE_COORDINATOR__WORKER_URLS=grpc://127.0.0.1:%d,grpc://127.0.0.1:%d"
                                .formatted(worker.workerPort(), nobody));
                FlightCalls bob = FlightCalls.as("bob", coordinator)) {
            coordinator.awaitMetric("sqe_healthy_workers 1.0");

            assertThat(
                            bob.rows(
                                    "SELECT node_id, http_uri, node_version IS NULL, coordinator, state FROM system.runtime.nodes"))
                    .satisfiesExactly(
                            here -> assertThat(here).matches("coordinator\\|http://[^|]+\\|false\\|true\\|active"),
                            there -> assertThat(there)
                                    .isEqualTo("127.0.0.1:%1$d|grpc://127.0.0.1:%1$d|true|false|active"
                                            .formatted(worker.workerPort())),
                            gone -> assertThat(gone)
                                    .isEqualTo("127.0.0.1:%1$d|grpc://127.0.0.1:%1$d|true|false|inactive"
                                            .formatted(nobody)));
        }
    }

    @Test
    void workerAnswersNobodyWithAnotherSecret() throws Exception {
        try (ServerProgram worker = ServerProgram.start(folder, SECRET, "SQE_MODE=worker");
                ServerProgram stranger = ServerProgram.launch(
                        folder,
                        "SQE_COORDINATOR__WORKER_SECRET=another-secret-than-the-workers",
                        "SQE_MODE=coordinator",
                        "SQE_COORDINATOR__HEALTH_CHECK_MAX_FAILURES=1",
                        "SQE_COORDINATOR__WORKER_URLS=grpc://127.0.0.1:" + worker.workerPort())) {
            stranger.awaitLog("This engine answers only calls that show its secret.");
            stranger.awaitMetric("sqe_healthy_workers 0.0");
        }
    }
}
