package io.sqe.executor;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a fragment is run.
 *
 * @param profile whether the engine measures its operators
 * @param batchRows rows of a batch, at most
 * @param zone where times without a zone and texts are meant to be when they become times with one, and back
 * @param traceparent the place in a trace that the fragment belongs to, as W3C writes it; decides nothing
 */
public record FragmentOptions(Profile profile, int batchRows, ZoneId zone, Optional<String> traceparent) {
    /** Importing a batch costs some 34 microseconds whatever its size: large enough to make that vanish. */
    public static final int BATCH_ROWS_DEFAULT = 65_536;

    public static final Duration SLOW = Duration.ofMillis(500);

    public FragmentOptions {
        if (batchRows < 1) {
            throw new IllegalArgumentException("A batch has at least one row, not " + batchRows);
        }
    }

    public FragmentOptions(Profile profile, int batchRows, ZoneId zone) {
        this(profile, batchRows, zone, Optional.empty());
    }

    public static FragmentOptions standard() {
        return new FragmentOptions(Profile.OFF, BATCH_ROWS_DEFAULT, ZoneOffset.UTC);
    }

    public FragmentOptions withBatchRows(int rows) {
        return new FragmentOptions(profile, rows, zone, traceparent);
    }

    public FragmentOptions in(ZoneId there) {
        return new FragmentOptions(profile, batchRows, there, traceparent);
    }

    public FragmentOptions profiled() {
        return new FragmentOptions(Profile.OPERATORS, batchRows, zone, traceparent);
    }

    /** What is asked for already stays asked for. */
    public FragmentOptions profiledIfSlow() {
        return profile == Profile.OFF
                ? new FragmentOptions(Profile.OPERATORS_IF_SLOW, batchRows, zone, traceparent)
                : this;
    }

    public FragmentOptions tracedAs(Optional<String> place) {
        return new FragmentOptions(profile, batchRows, zone, place);
    }

    /** What the engine measures. */
    public enum Profile {
        OFF,
        OPERATORS,
        /** Told of a fragment that took at least {@link FragmentOptions#SLOW}: of a quicker one telling would take longer than it is worth. */
        OPERATORS_IF_SLOW
    }
}
