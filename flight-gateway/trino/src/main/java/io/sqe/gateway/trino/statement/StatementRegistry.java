package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.ResultPage;
import io.sqe.gateway.trino.protocol.StatementStatistics;
import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** All statements that clients follow. Ends those that nobody follows any more. Safe for use by many threads; closed by its opener. */
public final class StatementRegistry implements AutoCloseable {
    private static final Duration SWEEP_PERIOD = Duration.ofMillis(250);

    /** One in so many statements is forgotten when there is no room for another, so that not each new one has to look for room. */
    private static final int FORGOTTEN_SHARE = 8;

    private final StatementStarter starter;
    private final StatementLimits limits;
    private final Function<SubmittedStatement, DataEncoding> encodings;
    private final Function<SubmittedStatement, Optional<Duration>> runTimesMax;
    private final HeldBytes held;
    private final StatementIds ids = new StatementIds();
    private final Map<String, FollowedStatement> statements = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("trino-statement-", 0).factory());
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trino-sweeper").daemon(true).factory());

    private StatementRegistry(
            StatementStarter starter,
            StatementLimits limits,
            Function<SubmittedStatement, DataEncoding> encodings,
            Function<SubmittedStatement, Optional<Duration>> runTimesMax) {
        this.starter = starter;
        this.limits = limits;
        this.encodings = encodings;
        this.runTimesMax = runTimesMax;
        this.held = new HeldBytes(limits.heldBytesMax(), this::forgetEndedPages);
    }

    /**
     * Opens a registry without statements.
     *
     * @param encodings how a statement's rows are sent
     * @param runTimesMax after which a statement is ended
     */
    public static StatementRegistry open(
            StatementStarter starter,
            StatementLimits limits,
            Function<SubmittedStatement, DataEncoding> encodings,
            Function<SubmittedStatement, Optional<Duration>> runTimesMax) {
        StatementRegistry registry = new StatementRegistry(starter, limits, encodings, runTimesMax);
        // The sweep never fails; its future is of no use.
        var _ = registry.sweeper.scheduleWithFixedDelay(
                () -> registry.sweep(System.nanoTime()),
                SWEEP_PERIOD.toMillis(),
                SWEEP_PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
        return registry;
    }

    /** Starts a statement and answers its first page; a statement that is refused has one page, with an error. */
    public ResultPage submit(SubmittedStatement statement) {
        if (statement.sql().getBytes(StandardCharsets.UTF_8).length > limits.sqlBytesMax()) {
            return refusal(TrinoError.of(
                    TrinoErrorCode.QUERY_TEXT_TOO_LARGE,
                    "Cannot run a statement of more than %d bytes. Send a shorter one."
                            .formatted(limits.sqlBytesMax())));
        }
        if (!hasRoom()) {
            return refusal(TrinoError.of(
                    TrinoErrorCode.QUERY_QUEUE_FULL,
                    "Too many statements at once, at most %d. Try again later.".formatted(limits.statementsMax())));
        }
        String id = ids.next();
        var surroundings = new StatementWork.Surroundings(
                limits, held, encodings.apply(statement), threads, runTimesMax.apply(statement));
        FollowedStatement followed =
                new FollowedStatement(id, statement, new StatementWork(id, statement, starter, surroundings));
        statements.put(id, followed);
        return followed.first(limits.startWaitMax());
    }

    /** Delivered statements are kept only for clients that ask for their last page again: they give way to new ones. */
    private synchronized boolean hasRoom() {
        if (statements.size() >= limits.statementsMax()) {
            delivered()
                    .limit(Math.ceilDiv(limits.statementsMax(), FORGOTTEN_SHARE))
                    .forEach(this::forget);
        }
        return statements.size() < limits.statementsMax();
    }

    private ResultPage refusal(TrinoError error) {
        return ResultPage.failed(ids.next(), StatementStatistics.refused(), error);
    }

    public Optional<FollowedStatement> find(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    /** The page at a position; empty if there is none, or not any more. */
    public Optional<ResultPage> page(FollowedStatement statement, PagePosition position, String slug, Duration wait) {
        Duration patience = wait.compareTo(limits.waitMax()) < 0 ? wait : limits.waitMax();
        return statement.page(position, slug, patience);
    }

    /** Ends a statement for its client; false if the slug is not of that position. */
    public boolean cancel(FollowedStatement statement, PagePosition position, String slug) {
        if (!statement.isSlugOf(position, slug)) {
            return false;
        }
        statement.cancel(TrinoError.of(TrinoErrorCode.USER_CANCELED, "Query was canceled"));
        return true;
    }

    /** How many statements are running or kept. */
    public int size() {
        return statements.size();
    }

    /** Ends what is overdue or abandoned, and forgets what has ended a while ago. */
    void sweep(long nowNanos) {
        for (FollowedStatement statement : List.copyOf(statements.values())) {
            Duration idle = statement.idle(nowNanos);
            if (statement.isOverdue(nowNanos)) {
                statement.fail(TrinoError.of(
                        TrinoErrorCode.EXCEEDED_TIME_LIMIT,
                        "Query exceeded the maximum run time limit that its session has set."));
            }
            if (!statement.isEnded() && idle.compareTo(limits.abandonedAfter()) > 0) {
                statement.fail(TrinoError.of(
                        TrinoErrorCode.ABANDONED_QUERY,
                        "Query was abandoned by the client: nobody has asked for its next page."));
            }
            Duration kept = statement.isDelivered()
                    ? limits.keptAfterEnd()
                    : limits.abandonedAfter().plus(limits.keptAfterEnd());
            if (statement.isEnded() && idle.compareTo(kept) > 0) {
                forget(statement);
            }
        }
    }

    private void forget(FollowedStatement statement) {
        statement.forget();
        statements.remove(statement.id());
    }

    private void forgetEndedPages() {
        delivered().forEach(FollowedStatement::forgetLastPage);
    }

    /** What has ended and was fetched to its end, longest ago first. */
    private Stream<FollowedStatement> delivered() {
        long now = System.nanoTime();
        return statements.values().stream()
                .filter(FollowedStatement::isDelivered)
                .map(statement -> new Idle(statement, statement.idle(now)))
                .sorted(Comparator.comparing(Idle::time).reversed())
                .map(Idle::statement);
    }

    /** How long a statement had been idle when it was looked at: it may be asked for again while it is sorted. */
    private record Idle(FollowedStatement statement, Duration time) {}

    /** Ends all statements. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        statements
                .values()
                .forEach(statement -> statement.fail(TrinoError.of(
                        TrinoErrorCode.SERVER_SHUTTING_DOWN, "The server is shutting down. Ask another one.")));
        statements.clear();
        threads.close();
    }
}
