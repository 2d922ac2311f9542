package io.sqe.gateway.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries that ended, minute by minute: a chart without axes.
 *
 * @param minutes the oldest first
 */
public record Activity(List<Minute> minutes, long highest) {
    private static final int MINUTES = 30;

    public Activity {
        minutes = List.copyOf(minutes);
    }

    /** Those of the last half hour. */
    static Activity of(List<QueryRow> ended, Instant now) {
        long[] good = new long[MINUTES];
        long[] bad = new long[MINUTES];
        for (QueryRow row : ended) {
            long ago =
                    Duration.between(row.startedAt().plus(row.elapsed()), now).toMinutes();
            if (ago >= 0 && ago < MINUTES) {
                int place = MINUTES - 1 - (int) ago;
                if (row.state() == QueryState.FAILED) {
                    bad[place]++;
                } else {
                    good[place]++;
                }
            }
        }
        List<Minute> minutes = new ArrayList<>();
        long highest = 1;
        for (int i = 0; i < MINUTES; i++) {
            minutes.add(new Minute(i, good[i], bad[i]));
            highest = Math.max(highest, good[i] + bad[i]);
        }
        return new Activity(minutes, highest);
    }

    /** Of the chart's height of 100. */
    public long height(long count) {
        return count == 0 ? 0 : Math.max(3, Math.round(100.0 * count / highest));
    }

    /** Queries of the half hour. */
    public long total() {
        return minutes.stream()
                .mapToLong(minute -> minute.good() + minute.bad())
                .sum();
    }

    /**
     * One bar.
     *
     * @param place from the left
     * @param good that did not fail
     */
    public record Minute(int place, long good, long bad) {

        /** What a bar tells who points at it. */
        public String label() {
            long ago = MINUTES - 1L - place;
            String when = ago == 0 ? "this minute" : Shown.count(ago, "minute") + " ago";
            return when + ": " + Shown.count(good + bad, "query").replace("querys", "queries")
                    + (bad == 0 ? "" : ", " + bad + " failed");
        }
    }
}
