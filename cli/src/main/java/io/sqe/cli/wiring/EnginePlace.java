package io.sqe.cli.wiring;

import io.sqe.executor.process.EngineProcessOptions.Standby;
import io.sqe.executor.process.WorkerOptions;

/** Where an engine's fragments run. */
public sealed interface EnginePlace {

    /** In this process: nothing to start, and its end is this process's. */
    record Embedded() implements EnginePlace {}

    /** In a process of its own, which is replaced when it ends. */
    record OwnProcess(Standby standby) implements EnginePlace {}

    /** On workers, which somebody else has started. */
    record OnWorkers(WorkerOptions workers) implements EnginePlace {}
}
