package io.sqe.executor.process;

import java.util.List;

/**
 * How the engines are, at one moment.
 *
 * @param running engines that fragments can be sent to
 * @param total engines there should be
 * @param standby engines that are ready to take the place of one
 * @param losses how often an engine ended that should not have
 * @param workers those that are engines, in the order in which they are preferred; none where the engine is a process of this one
 */
public record EngineState(int running, int total, int standby, long losses, List<WorkerState> workers) {

    public EngineState {
        workers = List.copyOf(workers);
    }

    /** Of an engine that is no worker. */
    public EngineState(int running, int total, int standby, long losses) {
        this(running, total, standby, losses, List.of());
    }

    /** Whether a fragment would be taken on now. */
    public boolean isRunning() {
        return running > 0;
    }
}
