package io.sqe.executor;

/**
 * How a fragment is run.
 *
 * @param profile whether the engine measures its operators
 * @param batchRows rows of a batch, at most
 */
public record FragmentOptions(Profile profile, int batchRows) {
    /** Importing a batch costs some 34 microseconds whatever its size: large enough to make that vanish. */
    public static final int BATCH_ROWS_DEFAULT = 65_536;

    public FragmentOptions {
        if (batchRows < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + batchRows);
        }
    }

    public static FragmentOptions standard() {
        return new FragmentOptions(Profile.OFF, BATCH_ROWS_DEFAULT);
    }

    public FragmentOptions profiled() {
        return new FragmentOptions(Profile.OPERATORS, batchRows);
    }

    /** What the engine measures. */
    public enum Profile {
        OFF,
        OPERATORS
    }
}
