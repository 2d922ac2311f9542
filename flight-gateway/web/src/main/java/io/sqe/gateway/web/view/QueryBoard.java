package io.sqe.gateway.web.view;

import io.sqe.gateway.operations.QueryDesk;
import io.sqe.policy.decision.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Lists queries for somebody. */
public final class QueryBoard {
    private static final int ENDED_MAX = 100;
    private static final int LATEST = 8;
    private static final Duration LATELY = Duration.ofMinutes(15);

    private final QueryDesk desk;
    private final Clock clock;

    public QueryBoard(QueryDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Those that a filter takes, the latest first. */
    public QueryList list(Principal asker, QueryFilter filter) {
        List<QueryRow> ended = ended(asker).stream().filter(filter::takes).toList();
        return new QueryList(
                running(asker).stream().filter(filter::takes).toList(),
                ended.stream().limit(ENDED_MAX).toList(),
                ended.size(),
                filter,
                desk.isAdministrator(asker));
    }

    /** What is going on, at a glance. */
    public Overview overview(Principal asker) {
        List<QueryRow> running = running(asker);
        List<QueryRow> ended = ended(asker);
        Instant now = clock.instant();
        List<QueryRow> lately = ended.stream()
                .filter(row -> row.startedAt().plus(row.elapsed()).isAfter(now.minus(LATELY)))
                .toList();
        return new Overview(
                running,
                ended.stream().limit(LATEST).toList(),
                Overview.Lately.of(lately),
                Activity.of(ended, now),
                desk.isAdministrator(asker));
    }

    private List<QueryRow> running(Principal asker) {
        return desk.running(asker).stream()
                .map(QueryRow::of)
                .sorted(Comparator.comparing(QueryRow::startedAt).reversed())
                .toList();
    }

    private List<QueryRow> ended(Principal asker) {
        return desk.ended(asker).stream().map(QueryRow::of).toList();
    }
}
