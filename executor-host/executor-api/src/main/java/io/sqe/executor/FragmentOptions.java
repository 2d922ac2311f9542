package io.sqe.executor;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a fragment is run.
 *
 * @param profile whether the engine measures its operators
 * @param batchRows rows of a batch, at most
 * @param zone where times without a zone and texts are meant to be when they become times with one, and back
 */
public record FragmentOptions(Profile profile, int batchRows, ZoneId zone) {
    /** Importing a batch costs some 34 microseconds whatever its size: large enough to make that vanish. */
    public static final int BATCH_ROWS_DEFAULT = 65_536;

    public FragmentOptions {
        if (batchRows < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + batchRows);
        }
    }

    public static FragmentOptions standard() {
        return new FragmentOptions(Profile.OFF, BATCH_ROWS_DEFAULT, ZoneOffset.UTC);
    }

    public FragmentOptions withBatchRows(int rows) {
        return new FragmentOptions(profile, rows, zone);
    }

    public FragmentOptions in(ZoneId there) {
        return new FragmentOptions(profile, batchRows, there);
    }

    public FragmentOptions profiled() {
        return new FragmentOptions(Profile.OPERATORS, batchRows, zone);
    }

    /** What the engine measures. */
    public enum Profile {
        OFF,
        OPERATORS
    }
}
