package io.sqe.gateway.web.view;

import io.sqe.gateway.observation.ActiveQueries.ActiveQuery;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.gateway.query.QueryProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A query on one line.
 *
 * @param percent 0 to 100; negative where nobody can tell
 */
public record QueryRow(
        String id,
        String user,
        String sql,
        String protocol,
        String type,
        QueryState state,
        Instant startedAt,
        Duration elapsed,
        double percent,
        long rows,
        long bytes,
        Optional<String> error) {

    /** A query that has not ended. */
    public static QueryRow of(ActiveQuery query) {
        QueryProgress progress = query.control().progress();
        return new QueryRow(
                query.control().id().text(),
                query.principal().name(),
                query.sql(),
                query.client().protocol(),
                query.type().label(),
                QueryState.of(progress.phase()),
                query.startedAt(),
                progress.elapsed(),
                progress.progress().percent(),
                progress.rowsReturned(),
                progress.bytesReturned(),
                Optional.empty());
    }

    /** A query that has. */
    public static QueryRow of(QueryRecord query) {
        return new QueryRow(
                query.id().text(),
                query.principal().name(),
                query.sql(),
                query.client().protocol(),
                query.type().label(),
                QueryState.of(query.error()),
                query.startedAt(),
                query.total(),
                100,
                query.rows(),
                query.bytes(),
                query.error().map(Enum::name));
    }

    /** The statement's beginning. */
    public String line() {
        return Shown.oneLine(sql);
    }

    /** Enough of the id to tell queries apart. */
    public String shortId() {
        return id.substring(0, Math.min(id.length(), 8));
    }

    public boolean hasPercent() {
        return percent >= 0;
    }
}
