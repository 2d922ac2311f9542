package io.sqe.gateway.observation;

import io.sqe.fragment.QueryId;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A query that has ended, one way or another.
 *
 * @param error empty if it succeeded
 * @param resourceGroup that it waited and ran in, where there are such
 * @param queued for a place or for memory
 * @param planning from SQL text to plan; zero if it never got there
 * @param firstRow from SQL text to the first batch, if there was one
 * @param rows returned to the client
 * @param cached whether they were computed before, and nothing was run
 * @param details what its rooms have noted
 */
public record QueryRecord(
        QueryId id,
        Principal principal,
        ClientContext client,
        String sql,
        StatementType type,
        Optional<String> resourceGroup,
        Instant startedAt,
        Duration queued,
        Duration total,
        Duration planning,
        Optional<Duration> firstRow,
        long rows,
        long bytes,
        boolean cached,
        Optional<ErrorCode> error,
        QueryDetails details) {

    /** A query of which nothing more was noted. */
    public QueryRecord(
            QueryId id,
            Principal principal,
            ClientContext client,
            String sql,
            StatementType type,
            Optional<String> resourceGroup,
            Instant startedAt,
            Duration queued,
            Duration total,
            Duration planning,
            Optional<Duration> firstRow,
            long rows,
            long bytes,
            boolean cached,
            Optional<ErrorCode> error) {
        this(
                id,
                principal,
                client,
                sql,
                type,
                resourceGroup,
                startedAt,
                queued,
                total,
                planning,
                firstRow,
                rows,
                bytes,
                cached,
                error,
                QueryDetails.NONE);
    }

    QueryRecord withSql(String text) {
        return new QueryRecord(
                id,
                principal,
                client,
                text,
                type,
                resourceGroup,
                startedAt,
                queued,
                total,
                planning,
                firstRow,
                rows,
                bytes,
                cached,
                error,
                details);
    }

    /** As metrics and audit have it. */
    public String status() {
        return error.isEmpty() ? "success" : "error";
    }
}
