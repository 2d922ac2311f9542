package io.sqe.gateway.lifecycle;

import io.sqe.gateway.query.QueryProgress;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What one process runs by itself: itself as the one node, its running queries and the last that ended. */
final class RecentQueries implements RuntimeState {
    /** Queries that are remembered after their end. */
    private static final int ENDED_MAX = 100;

    /** Characters of a query's text that are remembered. */
    private static final int SQL_CHARACTERS_MAX = 10_000;

    private static final String NODE = "embedded";

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** Remembers a query from its start on. */
    synchronized void add(QueryLife life, String sql, Session session) {
        String text = sql.length() > SQL_CHARACTERS_MAX ? sql.substring(0, SQL_CHARACTERS_MAX) : sql;
        entries.addLast(new Entry(life, text, session.principal().name(), Instant.now()));
        int excess = entries.size() - ENDED_MAX;
        for (Iterator<Entry> oldest = entries.iterator(); excess > 0 && oldest.hasNext(); ) {
            if (oldest.next().isEnded()) {
                oldest.remove();
                excess--;
            }
        }
    }

    @Override
    public List<Node> nodes() {
        return List.of(new Node(NODE, "", "", Node.Role.COORDINATOR, "active"));
    }

    @Override
    public synchronized List<QueryState> queries() {
        return entries.stream().map(Entry::query).toList();
    }

    @Override
    public synchronized List<TaskState> tasks() {
        return entries.stream().map(Entry::task).toList();
    }

    /** Nobody is: whoever uses an embedded engine sees their own. */
    @Override
    public boolean isOperator(Principal principal) {
        return false;
    }

    private record Entry(QueryLife life, String sql, String user, Instant created) {

        boolean isEnded() {
            return isEnded(life.progress().phase());
        }

        private static boolean isEnded(Phase phase) {
            return switch (phase) {
                case QUEUED, PLANNING, RUNNING, COMMITTING -> false;
                case FINISHED, FAILED, CANCELLED -> true;
            };
        }

        QueryState query() {
            QueryProgress progress = life.progress();
            Duration planning = life.timings().planning();
            return new QueryState(
                    life.id().toString(),
                    state(progress.phase()),
                    user,
                    Optional.empty(),
                    sql,
                    Duration.ZERO,
                    planning,
                    created,
                    started(progress),
                    ended(progress),
                    Optional.empty(),
                    progress.phase() == Phase.CANCELLED ? Optional.of("USER_CANCELED") : Optional.empty());
        }

        TaskState task() {
            QueryProgress progress = life.progress();
            String query = life.id().toString();
            return new TaskState(
                    NODE,
                    query + ".0.0",
                    query + ".0",
                    query,
                    state(progress.phase()),
                    progress.rowsReturned(),
                    progress.bytesReturned(),
                    created,
                    started(progress),
                    ended(progress));
        }

        private Optional<Instant> started(QueryProgress progress) {
            boolean isWaiting = progress.phase() == Phase.QUEUED || progress.phase() == Phase.PLANNING;
            return isWaiting
                    ? Optional.empty()
                    : Optional.of(created.plus(life.timings().planning()));
        }

        private Optional<Instant> ended(QueryProgress progress) {
            return isEnded(progress.phase()) ? Optional.of(created.plus(progress.elapsed())) : Optional.empty();
        }

        private static String state(Phase phase) {
            return switch (phase) {
                case QUEUED -> "QUEUED";
                case PLANNING -> "PLANNING";
                case RUNNING -> "RUNNING";
                case COMMITTING -> "FINISHING";
                case FINISHED -> "FINISHED";
                case FAILED, CANCELLED -> "FAILED";
            };
        }
    }
}
