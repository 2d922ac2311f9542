package io.sqe.executor.host;

import java.time.Duration;

/** Hears of each fragment that has ended. Called by many threads. */
@FunctionalInterface
public interface FragmentObserver {
    FragmentObserver NONE = (_, _, _) -> {};

    /**
     * A fragment has ended.
     *
     * @param took from its call to the last of its rows
     * @param rows that were sent
     */
    void ended(Outcome outcome, Duration took, long rows);

    /** How a fragment ended. */
    enum Outcome {
        SUCCESS,
        FAILURE
    }
}
