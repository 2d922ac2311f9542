package io.sqe.gateway.trino.protocol;

import java.time.Duration;

/**
 * How far a statement has come, in the words of Trino's clients.
 *
 * <p>Work is shown in hundredths: Trino counts splits, and its clients draw their progress bar from them. Here a split stands for one
 * per cent of the work.
 *
 * @param percent of the work that is done; negative where nobody knows
 */
public record StatementStatistics(
        State state, double percent, Duration elapsed, Duration queued, long rowsRead, long bytesReturned) {
    private static final int SPLITS = 100;

    public static StatementStatistics queued(Duration elapsed) {
        return new StatementStatistics(State.QUEUED, 0, elapsed, elapsed, 0, 0);
    }

    public static StatementStatistics refused() {
        return new StatementStatistics(State.FAILED, 0, Duration.ZERO, Duration.ZERO, 0, 0);
    }

    int splitsTotal() {
        return state == State.QUEUED || state == State.PLANNING ? 0 : SPLITS;
    }

    int splitsCompleted() {
        if (splitsTotal() == 0) {
            return 0;
        }
        return state == State.FINISHED ? SPLITS : (int) Math.clamp(percent, 0, SPLITS);
    }

    int splitsRunning() {
        return state.isEnded() || splitsTotal() == 0 ? 0 : Math.min(1, SPLITS - splitsCompleted());
    }

    /** The states of Trino's queries that exist here. */
    public enum State {
        QUEUED,
        PLANNING,
        RUNNING,
        FINISHING,
        FINISHED,
        FAILED;

        public boolean isEnded() {
            return this == FINISHED || this == FAILED;
        }
    }
}
