package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EmbeddedEngine;
import io.sqe.executor.EngineMemory;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.admission.MachineMemory;
import io.sqe.gateway.admission.MemoryMeter;

/** The memory of a server's engine and of the machine that it runs on. */
final class ServerMemory implements MemoryMeter {
    private final EmbeddedEngine engine;
    private final MachineMemory machine = new MachineMemory();

    ServerMemory(EmbeddedEngine engine) {
        this.engine = engine;
    }

    @Override
    public Reading read() {
        EngineMemory held = held();
        return new Reading(held.heldBytes(), held.spilledBytes(), machine.pressure());
    }

    /** An engine that cannot even say what it holds is watched by the machine's memory alone. */
    private EngineMemory held() {
        try {
            return engine.memory();
        } catch (ExecutorException unknown) {
            return EngineMemory.NONE;
        }
    }
}
