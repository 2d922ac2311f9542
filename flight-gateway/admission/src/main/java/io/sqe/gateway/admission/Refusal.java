package io.sqe.gateway.admission;

import io.sqe.gateway.query.QueryErrorCode;
import io.sqe.gateway.query.QueryException;
import java.time.Duration;
import java.util.Optional;

/** What somebody is told whose query may not start, or not go on. */
final class Refusal {
    private Refusal() {}

    static QueryException tooLong(int bytes, long bytesMax) {
        return refuse(
                QueryErrorCode.RESOURCE_EXHAUSTED,
                "Cannot take the statement: it has %d bytes and %d are allowed (query.max_sql_bytes). Load data with COPY or ingestion, not with literals."
                        .formatted(bytes, bytesMax));
    }

    static QueryException tooOften(String limit, Duration wait) {
        return refuse(
                QueryErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: too many queries a minute (%s). Try again in %d s."
                        .formatted(limit, Math.max(1, wait.toSeconds())));
    }

    static QueryException queueFull(int waitingMax) {
        return refuse(
                QueryErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: %d queries of this user wait already (query.max_queued_per_user). Try again when some have ended."
                        .formatted(waitingMax));
    }

    static QueryException noPlace(Duration waited) {
        return refuse(
                QueryErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: no place became free in %d ms (query.max_concurrent_queries, query.max_concurrent_per_user). Try again later."
                        .formatted(waited.toMillis()));
    }

    static QueryException noMemory(Duration waited) {
        return refuse(
                QueryErrorCode.RESOURCE_EXHAUSTED,
                "Cannot start the query: no memory became free in %d ms (coordinator.memory_limit, query.per_user_memory_budget). Try again later."
                        .formatted(waited.toMillis()));
    }

    static QueryException ending() {
        return refuse(
                QueryErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: this server is shutting down. Try again; another will take it.");
    }

    static QueryException tooManyRows(long rowsMax) {
        return refuse(
                QueryErrorCode.RESOURCE_EXHAUSTED,
                "Stopped the query: it returns more than %d rows (query.max_result_rows). Add a LIMIT, or aggregate."
                        .formatted(rowsMax));
    }

    static QueryException timedOut(String what, Duration limit) {
        return refuse(
                QueryErrorCode.QUERY_TIMEOUT,
                "Stopped the query: %s took longer than %d ms. Make it smaller, or have the limit raised."
                        .formatted(what, limit.toMillis()));
    }

    static QueryException cancelled() {
        return refuse(QueryErrorCode.QUERY_CANCELLED, "The query was cancelled while it waited.");
    }

    private static QueryException refuse(QueryErrorCode code, String message) {
        return new QueryException(code, message, Optional.empty(), null);
    }
}
