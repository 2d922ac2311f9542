package io.sqe.gateway.web.view;

import java.time.Duration;
import java.util.List;

/**
 * What is going on.
 *
 * @param latest queries that have just ended
 * @param isOfAll whether the queries of others are counted
 */
public record Overview(
        List<QueryRow> running, List<QueryRow> latest, Lately lately, Activity activity, boolean isOfAll) {

    public Overview {
        running = List.copyOf(running);
        latest = List.copyOf(latest);
    }

    /** Queries that wait for a place. */
    public long queued() {
        return running.stream().filter(row -> row.state() == QueryState.QUEUED).count();
    }

    /**
     * The last quarter of an hour.
     *
     * @param median of their durations
     * @param slowest95 nineteen of twenty were faster
     */
    public record Lately(long ended, long failed, Duration median, Duration slowest95) {

        static Lately of(List<QueryRow> rows) {
            List<Duration> durations =
                    rows.stream().map(QueryRow::elapsed).sorted().toList();
            long failed = rows.stream()
                    .filter(row -> row.state() == QueryState.FAILED)
                    .count();
            return new Lately(rows.size(), failed, at(durations, 0.5), at(durations, 0.95));
        }

        private static Duration at(List<Duration> sorted, double share) {
            return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.floor((sorted.size() - 1) * share));
        }
    }
}
