package io.sqe.fragment;

/** Names one fragment of one query. */
public record FragmentId(QueryId query, int number) {

    @Override
    public String toString() {
        return query + "." + number;
    }
}
