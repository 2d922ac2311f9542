package io.sqe.gateway.admission;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What somebody is told whose query may not start, or not go on. */
final class Refusal {
    private Refusal() {}

    static QueryException tooLong(int bytes, long bytesMax) {
        return refuse(
                ErrorCode.RESOURCE_EXHAUSTED,
                "Cannot take the statement: it has %d bytes and %d are allowed (query.max_sql_bytes). Load data with COPY or ingestion, not with literals."
                        .formatted(bytes, bytesMax));
    }

    static QueryException tooOften(String limit, Duration wait) {
        return refuse(
                ErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: too many queries a minute (%s). Try again in %d s."
                        .formatted(limit, Math.max(1, wait.toSeconds())));
    }

    static QueryException queueFull(int waitingMax) {
        return refuse(
                ErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: %d queries of this user wait already (query.max_queued_per_user). Try again when some have ended."
                        .formatted(waitingMax));
    }

    static QueryException groupQueueFull(ResourceGroup group) {
        return refuse(
                ErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: %d queries of the resource group %s wait already (resource_groups.%s.max_queued). Try again when some have ended."
                        .formatted(group.waitingMax(), group.name(), group.name()));
    }

    static QueryException noPlace(Duration waited, ResourceGroup group) {
        return refuse(
                ErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: no place became free in %d ms (query.max_concurrent_queries, query.max_concurrent_per_user, resource_groups.%s.max_concurrent). Try again later."
                        .formatted(waited.toMillis(), group.name()));
    }

    /** Says of a group that one may not use what it says of none. */
    static QueryException noSuchGroup(String name, List<String> usable) {
        String known = usable.isEmpty()
                ? "There is none that you may use."
                : "You may use: " + String.join(", ", usable) + ".";
        return refuse(
                ErrorCode.INVALID_ARGUMENTS,
                "Cannot start the query: there is no resource group %s for you. %s".formatted(name, known));
    }

    static QueryException noMemory(Duration waited) {
        return refuse(
                ErrorCode.RESOURCE_EXHAUSTED,
                "Cannot start the query: no memory became free in %d ms (coordinator.memory_limit, query.per_user_memory_budget, or the machine's own). Try again later."
                        .formatted(waited.toMillis()));
    }

    static QueryException ending() {
        return refuse(
                ErrorCode.TOO_MANY_REQUESTS,
                "Cannot start the query: this server is shutting down. Try again; another will take it.");
    }

    static QueryException tooManyRows(long rowsMax) {
        return refuse(
                ErrorCode.RESOURCE_EXHAUSTED,
                "Stopped the query: it returns more than %d rows (query.max_result_rows). Add a LIMIT, or aggregate."
                        .formatted(rowsMax));
    }

    static QueryException timedOut(String what, Duration limit) {
        return refuse(
                ErrorCode.QUERY_TIMEOUT,
                "Stopped the query: %s took longer than %d ms. Make it smaller, or have the limit raised."
                        .formatted(what, limit.toMillis()));
    }

    static QueryException unread(Duration limit) {
        return refuse(
                ErrorCode.QUERY_TIMEOUT,
                "Stopped the query: nothing of its result was read for %d ms (query.stream_idle_timeout_secs). Read results as they come, or ask for less."
                        .formatted(limit.toMillis()));
    }

    static QueryException spillsTooMuch(long bytesMax) {
        return refuse(
                ErrorCode.RESOURCE_EXHAUSTED,
                "Stopped the query: it holds more than %d MB on disk (query.max_spill_bytes). Filter earlier, or aggregate before joining."
                        .formatted(bytesMax >> 20));
    }

    static QueryException exceedsMemory(long bytesMax) {
        return refuse(
                ErrorCode.EXCEEDED_MEMORY,
                "Stopped the query: it takes more than %d MB of memory (query.max_query_memory). Filter earlier, aggregate before joining, or have the limit raised."
                        .formatted(bytesMax >> 20));
    }

    static QueryException machineOutOfMemory(long heldBytes) {
        return refuse(
                ErrorCode.RESOURCE_EXHAUSTED,
                "Stopped the query: this server has no memory left and the query held the most, about %d MB. Make it smaller, or run it when less else runs."
                        .formatted(heldBytes >> 20));
    }

    static QueryException cancelled() {
        return refuse(ErrorCode.QUERY_CANCELLED, "The query was cancelled while it waited.");
    }

    private static QueryException refuse(ErrorCode code, String message) {
        return new QueryException(code, message, Optional.empty(), null);
    }
}
