package io.sqe.gateway.web.view;

import java.util.List;

/**
 * Queries that run and queries that ran.
 *
 * @param endedTotal as many fit the filter; {@code ended} has the latest of them
 * @param isOfAll whether the queries of others are among them
 */
public record QueryList(
        List<QueryRow> running, List<QueryRow> ended, int endedTotal, QueryFilter filter, boolean isOfAll) {

    public QueryList {
        running = List.copyOf(running);
        ended = List.copyOf(ended);
    }

    /** Whether there is nothing to show although there might be. */
    public boolean isEmpty() {
        return running.isEmpty() && ended.isEmpty();
    }
}
