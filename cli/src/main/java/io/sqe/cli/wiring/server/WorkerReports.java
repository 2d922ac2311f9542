package io.sqe.cli.wiring.server;

import io.sqe.executor.EngineMemory;
import io.sqe.executor.process.WorkerState;
import io.sqe.gateway.operations.WorkerReport;
import io.sqe.gateway.system.RuntimeState;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Tells of workers as the API and the system catalog do. */
final class WorkerReports {
    private WorkerReports() {}

    static WorkerReport of(WorkerState worker) {
        return new WorkerReport(
                address(worker.url()),
                switch (worker.standing()) {
                    case UNKNOWN -> "unknown";
                    case ALIVE -> WorkerReport.ALIVE;
                    case MISSING -> "not_answering";
                },
                worker.lastSeen(),
                worker.missingSince(),
                worker.running(),
                bytes(worker.memory(), EngineMemory::heldBytes),
                bytes(worker.memory(), EngineMemory::spilledBytes));
    }

    /** Everybody may know of it, so it says no more than where it is and whether queries are sent there. */
    static RuntimeState.Node node(WorkerState worker) {
        return new RuntimeState.Node(
                "%s:%d".formatted(worker.url().getHost(), worker.url().getPort()),
                address(worker.url()),
                Optional.empty(),
                RuntimeState.Node.Role.WORKER,
                switch (worker.standing()) {
                    case ALIVE -> "active";
                    case UNKNOWN, MISSING -> "inactive";
                });
    }

    /** As it is configured, but for whatever somebody has put before the host. */
    private static String address(URI url) {
        return "%s://%s:%d".formatted(url.getScheme(), url.getHost(), url.getPort());
    }

    private static OptionalLong bytes(Optional<EngineMemory> memory, ToLongFunction<EngineMemory> part) {
        return memory.map(held -> OptionalLong.of(part.applyAsLong(held))).orElse(OptionalLong.empty());
    }
}
