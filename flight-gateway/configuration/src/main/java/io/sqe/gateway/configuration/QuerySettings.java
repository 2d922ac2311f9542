package io.sqe.gateway.configuration;

import io.sqe.gateway.configuration.key.Key;
import io.sqe.gateway.configuration.key.MemorySize;
import io.sqe.gateway.configuration.key.Settings;
import io.sqe.gateway.configuration.key.ValueType;
import java.time.Duration;
import java.util.List;

/** How much a query may take, and how many may run. Zero is no limit, but for the counts of places. */
public record QuerySettings(
        Times times,
        Sizes sizes,
        int concurrentMax,
        int concurrentPerUserMax,
        int queuedPerUserMax,
        MemorySize queryMemoryMax,
        MemorySize reservedQueryMemory,
        MemorySize perUserMemory,
        Duration slowThreshold,
        Profile profile) {

    static final Key<Duration> TIMEOUT = Key.of(
                    "query.timeout_secs",
                    ValueType.seconds(),
                    Duration.ofMinutes(5),
                    "Longest time from start to last row; 0 is no limit.")
            .reloadable();
    static final Key<Duration> QUEUE_TIMEOUT = Key.of(
                    "query.queue_timeout_secs",
                    ValueType.seconds(),
                    Duration.ofSeconds(5),
                    "Longest time that a query waits for a place or for memory before it is refused.")
            .reloadable();
    static final Key<Duration> PLANNING_TIMEOUT = Key.of(
                    "query.planning_timeout_secs",
                    ValueType.seconds(),
                    Duration.ofMinutes(1),
                    "Longest time from text to plan; 0 is no limit.")
            .reloadable();
    static final Key<Duration> STREAM_IDLE_TIMEOUT = Key.of(
                    "query.stream_idle_timeout_secs",
                    ValueType.seconds(),
                    Duration.ofMinutes(5),
                    "Longest time that a client may leave a result unread before its query is stopped; 0 is no limit.")
            .reloadable();
    static final Key<Long> MAX_RESULT_ROWS = Key.of(
                    "query.max_result_rows",
                    ValueType.count(0, Long.MAX_VALUE),
                    1_000_000L,
                    "Rows that a query may return before it is cancelled; 0 is no limit.")
            .reloadable();
    static final Key<Long> MAX_SQL_BYTES = Key.of(
                    "query.max_sql_bytes",
                    ValueType.count(0, 16 << 20),
                    1_048_576L,
                    "Longest statement; 0 is the most that a protocol takes: 16 MB over Flight SQL, 4 MB over HTTP.")
            .reloadable();
    static final Key<MemorySize> MAX_SPILL_BYTES = Key.of(
                    "query.max_spill_bytes",
                    ValueType.memory(),
                    MemorySize.parse("0"),
                    "What a query may hold on disk at a time before it is stopped; 0 is no limit but `coordinator.spill_limit`.")
            .reloadable();
    static final Key<Long> MAX_CONCURRENT = Key.of(
                    "query.max_concurrent_queries",
                    ValueType.count(1, 100_000),
                    100L,
                    "Queries that run at a time; others wait their turn, users in rotation.")
            .reloadable();
    static final Key<Long> MAX_CONCURRENT_PER_USER = Key.of(
                    "query.max_concurrent_per_user",
                    ValueType.count(1, 100_000),
                    20L,
                    "Queries of one user that run at a time.")
            .reloadable();
    static final Key<Long> MAX_QUEUED_PER_USER = Key.of(
                    "query.max_queued_per_user",
                    ValueType.count(0, 100_000),
                    200L,
                    "Queries of one user that wait; the next is refused at once.")
            .reloadable();
    static final Key<MemorySize> MAX_QUERY_MEMORY = Key.of(
                    "query.max_query_memory",
                    ValueType.memory(),
                    MemorySize.parse("0"),
                    "Memory that a query may take before it is stopped; 0 is no limit but `coordinator.memory_limit`, beyond which queries spill. The original's default was 256MB.")
            .reloadable();
    static final Key<MemorySize> RESERVED_QUERY_MEMORY = Key.of(
                    "query.reserved_query_memory",
                    ValueType.memory(),
                    MemorySize.parse("256MB"),
                    "What a query sets aside of `coordinator.memory_limit` before it starts; no more than `max_query_memory`.")
            .reloadable();
    static final Key<MemorySize> PER_USER_MEMORY = Key.of(
                    "query.per_user_memory_budget",
                    ValueType.memory(),
                    MemorySize.parse("8GB"),
                    "What one user's queries may set aside together; 0 is no limit. The original's default was 1GB, four queries.")
            .reloadable();
    static final Key<Duration> SLOW_THRESHOLD = Key.of(
                    "query.slow_query_threshold_secs",
                    ValueType.seconds(),
                    Duration.ofSeconds(30),
                    "A query that takes longer is logged as a warning; 0 is never.")
            .reloadable()
            .formerly("query.slow_query_threshold");

    static final Key<Profile> QUERY_PROFILE = Key.of(
                    "query.query_profile",
                    ValueType.choice(Profile.class),
                    Profile.ON,
                    "Measures the operators of each query, some 0.2 ms; the web UI shows them for queries of half a second or longer.")
            .reloadable();

    static final List<Key<?>> KEYS = List.of(
            TIMEOUT,
            QUEUE_TIMEOUT,
            PLANNING_TIMEOUT,
            STREAM_IDLE_TIMEOUT,
            MAX_RESULT_ROWS,
            MAX_SQL_BYTES,
            MAX_SPILL_BYTES,
            MAX_CONCURRENT,
            MAX_CONCURRENT_PER_USER,
            MAX_QUEUED_PER_USER,
            MAX_QUERY_MEMORY,
            RESERVED_QUERY_MEMORY,
            PER_USER_MEMORY,
            SLOW_THRESHOLD,
            QUERY_PROFILE);

    static QuerySettings of(Settings settings) {
        return new QuerySettings(
                new Times(
                        settings.value(TIMEOUT),
                        settings.value(QUEUE_TIMEOUT),
                        settings.value(PLANNING_TIMEOUT),
                        settings.value(STREAM_IDLE_TIMEOUT)),
                new Sizes(
                        settings.value(MAX_RESULT_ROWS),
                        settings.value(MAX_SQL_BYTES),
                        settings.value(MAX_SPILL_BYTES)),
                Math.toIntExact(settings.value(MAX_CONCURRENT)),
                Math.toIntExact(settings.value(MAX_CONCURRENT_PER_USER)),
                Math.toIntExact(settings.value(MAX_QUEUED_PER_USER)),
                settings.value(MAX_QUERY_MEMORY),
                settings.value(RESERVED_QUERY_MEMORY),
                settings.value(PER_USER_MEMORY),
                settings.value(SLOW_THRESHOLD),
                settings.value(QUERY_PROFILE));
    }

    /** What it sets aside before it starts: never more than it may take. */
    public MemorySize queryMemory() {
        boolean isCapped = queryMemoryMax.bytes() > 0 && queryMemoryMax.bytes() < reservedQueryMemory.bytes();
        return isCapped ? queryMemoryMax : reservedQueryMemory;
    }

    /**
     * How long it may take.
     *
     * @param total from start to the last row
     * @param queue waiting for a place
     * @param planning from text to plan
     * @param idleResult between two reads of its client
     */
    public record Times(Duration total, Duration queue, Duration planning, Duration idleResult) {}

    /**
     * How large it may be.
     *
     * @param spill of it on disk at a time
     */
    public record Sizes(long resultRows, long sqlBytes, MemorySize spill) {}

    /** Whether operators are measured. */
    public enum Profile {
        ON,
        OFF
    }
}
