package io.sqe.executor.process;

/**
 * How the engines are, at one moment.
 *
 * @param running engines that fragments can be sent to
 * @param total engines there should be
 * @param standby engines that are ready to take the place of one
 * @param losses how often an engine ended that should not have
 */
public record EngineState(int running, int total, int standby, long losses) {

    /** Whether a fragment would be taken on now. */
    public boolean isRunning() {
        return running > 0;
    }
}
