package io.sqe.cli.wiring.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.executor.process.WorkerState;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is told of a worker to everybody. */
final class WorkerReportsTest {
    @Test
    void whatStandsBeforeAWorkersHostIsToldToNobody() {
        WorkerState worker = WorkerState.unknown(URI.create("grpc+tls://ops:hers@one.example:50052/x?key=hers"));

        assertThat(WorkerReports.node(worker))
                .hasToString("Node[id=one.example:50052, uri=grpc+tls://one.example:50052, version=Optional.empty, "
                        + "role=WORKER, state=inactive]");
        assertThat(WorkerReports.of(worker).address()).isEqualTo("grpc+tls://one.example:50052");
    }
}
