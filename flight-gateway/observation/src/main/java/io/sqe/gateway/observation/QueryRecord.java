package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A query that has ended, one way or another.
 *
 * @param error empty if it succeeded
 * @param planning from SQL text to plan; zero if it never got there
 * @param firstRow from SQL text to the first batch, if there was one
 * @param rows returned to the client
 * @param details what its rooms have noted
 */
public record QueryRecord(
        QueryId id,
        Principal principal,
        ClientContext client,
        String sql,
        StatementType type,
        Instant startedAt,
        Duration total,
        Duration planning,
        Optional<Duration> firstRow,
        long rows,
        long bytes,
        Optional<QueryErrorCode> error,
        QueryDetails details) {

    /** A query of which nothing more was noted. */
    public QueryRecord(
            QueryId id,
            Principal principal,
            ClientContext client,
            String sql,
            StatementType type,
            Instant startedAt,
            Duration total,
            Duration planning,
            Optional<Duration> firstRow,
            long rows,
            long bytes,
            Optional<QueryErrorCode> error) {
        this(
                id,
                principal,
                client,
                sql,
                type,
                startedAt,
                total,
                planning,
                firstRow,
                rows,
                bytes,
                error,
                QueryDetails.NONE);
    }

    QueryRecord withSql(String text) {
        return new QueryRecord(
                id, principal, client, text, type, startedAt, total, planning, firstRow, rows, bytes, error, details);
    }

    /** As metrics and audit have it. */
    public String status() {
        return error.isEmpty() ? "success" : "error";
    }
}
