package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The queries that ended last: so many, for so long. Safe for use by many threads. */
public final class QueryHistory implements QueryObserver {
    /** Of a statement's text; the audit log may have all of it. */
    private static final int SQL_CHARACTERS_MAX = 4096;

    private final int entriesMax;
    private final Duration timeToLive;
    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public QueryHistory(int entriesMax, Duration timeToLive, Clock clock) {
        this.entriesMax = entriesMax;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    @Override
    public synchronized void ended(QueryRecord query) {
        entries.addLast(new Entry(shortened(query), clock.instant()));
        forgetOld();
    }

    /** The latest first. */
    public synchronized List<QueryRecord> all() {
        forgetOld();
        List<QueryRecord> records =
                new ArrayList<>(entries.stream().map(Entry::query).toList());
        Collections.reverse(records);
        return records;
    }

    public Optional<QueryRecord> find(QueryId id) {
        return all().stream().filter(query -> query.id().equals(id)).findFirst();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(timeToLive);
        while (!entries.isEmpty()
                && (entries.size() > entriesMax || entries.getFirst().at().isBefore(oldest))) {
            entries.removeFirst();
        }
    }

    private static QueryRecord shortened(QueryRecord query) {
        return query.sql().length() <= SQL_CHARACTERS_MAX
                ? query
                : query.withSql(query.sql().substring(0, SQL_CHARACTERS_MAX));
    }

    private record Entry(QueryRecord query, Instant at) {}
}
