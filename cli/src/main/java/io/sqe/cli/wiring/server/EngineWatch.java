package io.sqe.cli.wiring.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sqe.cli.wiring.EnginePlace;
import io.sqe.executor.process.EngineState;
import io.sqe.executor.process.WorkerOptions;
import io.sqe.executor.process.WorkerState;
import io.sqe.gateway.operations.EngineReport;
import io.sqe.gateway.operations.WorkerReport;
import io.sqe.gateway.system.RuntimeState;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What a server tells of its engines, from before there is one. */
final class EngineWatch {
    private final String place;
    private final boolean isOnWorkers;
    private final AtomicReference<Supplier<EngineState>> state;

    EngineWatch(EnginePlace place) {
        this.isOnWorkers = place instanceof EnginePlace.OnWorkers;
        EngineState first = first(place);
        this.state = new AtomicReference<>(() -> first);
        this.place = switch (place) {
            case EnginePlace.Embedded() -> "embedded";
            case EnginePlace.OwnProcess _ -> "process";
            case EnginePlace.OnWorkers _ -> "workers";
        };
    }

    /** Before there is an engine. */
    private static EngineState first(EnginePlace place) {
        List<WorkerState> workers = place instanceof EnginePlace.OnWorkers(WorkerOptions options)
                ? options.urls().stream().map(WorkerState::unknown).toList()
                : List.of();
        return new EngineState(0, Math.max(1, workers.size()), 0, 0, workers);
    }

    void follow(Supplier<EngineState> engines) {
        state.set(engines);
    }

    boolean isRunning() {
        return now().isRunning();
    }

    int healthyWorkers() {
        return isOnWorkers ? now().running() : 0;
    }

    EngineReport report() {
        EngineState now = now();
        return new EngineReport(
                place,
                now.isRunning(),
                now.standby() > 0,
                now.losses(),
                isOnWorkers ? now.running() : 0,
                isOnWorkers ? now.total() : 0);
    }

    /** In the order in which they are preferred; none where the engine is this server's own. */
    List<WorkerReport> workers() {
        return now().workers().stream().map(WorkerReports::of).toList();
    }

    /** The same, as {@code system.runtime.nodes} lists them. */
    List<RuntimeState.Node> nodes() {
        return now().workers().stream().map(WorkerReports::node).toList();
    }

    void bind(MeterRegistry registry) {
        FunctionCounter.builder(
                        "sqe.engine.restarts", this, watch -> watch.now().losses())
                .description("Ends of the engine's process after which another took its place")
                .register(registry);
        Gauge.builder("sqe.engine.running", this, watch -> watch.now().running())
                .description("Engines that queries can be sent to")
                .register(registry);
    }

    private EngineState now() {
        return state.get().get();
    }
}
