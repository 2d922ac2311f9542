package io.sqe.fragment;

import java.util.UUID;

/** Names one query, everywhere: logs, tickets, metrics, errors. */
public record QueryId(String text) {

    public QueryId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Query id is blank");
        }
    }

    public static QueryId random() {
        return new QueryId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
