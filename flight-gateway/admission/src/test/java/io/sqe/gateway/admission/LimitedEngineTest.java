package io.sqe.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Rates;
import io.sqe.gateway.admission.QueryLimits.Sizes;
import io.sqe.gateway.admission.QueryLimits.Times;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LimitedEngineTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Times LONG_TIMES = new Times(LONG, LONG, LONG, LONG);
    private static final Sizes ANY_SIZE = new Sizes(0, 0, 0);
    private static final Places MANY = new Places(100, 100, 100);
    private static final Memory AMPLE = new Memory(0, 0, 0, 0);

    private final TrialEngine inner = new TrialEngine();
    private final AtomicReference<QueryLimits> limits = new AtomicReference<>();
    private final LimitedEngine engine = new LimitedEngine(inner, () -> limits.get(), MemoryMeter.NONE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void usersTakeTurnsHoweverManyQueriesOneOfThemHas() throws Exception {
        limits.set(limits(LONG, new Places(1, 1, 100), AMPLE));
        Query first = start("ann", "ROWS 0");
        inner.nextStarted();
        List<Future<Query>> waiting = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            waiting.add(startWaiting("ann", "ROWS " + i, waiting.size() + 1));
        }
        waiting.add(startWaiting("bob", "ROWS 9", 4));
        first.close();
        assertThat(inner.nextStarted()).isEqualTo("ann: ROWS 1");
        waiting.get(0).get().close();
        assertThat(inner.nextStarted()).isEqualTo("bob: ROWS 9");
        waiting.get(3).get().close();
        assertThat(inner.nextStarted()).isEqualTo("ann: ROWS 2");
        waiting.get(1).get().close();
        waiting.get(2).get().close();
        assertThat(engine.waitingCount()).isZero();
        assertThat(engine.reservedBytes()).isZero();
    }

    @Test
    void whoFindsNoPlaceInTimeIsRefusedAndMayTryAgain() {
        limits.set(limits(SHORT, new Places(1, 1, 100), AMPLE));
        try (Query _ = start("ann", "ROWS 1")) {
            refused(ErrorCode.TOO_MANY_REQUESTS, "no place became free", () -> start("bob", "ROWS 1"));
        }
        start("bob", "ROWS 1").close();
    }

    @Test
    void userAtTheOwnLimitKeepsNobodyElseWaiting() {
        limits.set(limits(SHORT, new Places(10, 1, 100), AMPLE));
        try (Query _ = start("ann", "ROWS 1")) {
            refused(ErrorCode.TOO_MANY_REQUESTS, "no place", () -> start("ann", "ROWS 1"));
            start("bob", "ROWS 1").close();
        }
    }

    @Test
    void fullQueueRefusesAtOnce() {
        limits.set(limits(LONG, new Places(1, 1, 0), AMPLE));
        try (Query _ = start("ann", "ROWS 1")) {
            refused(ErrorCode.TOO_MANY_REQUESTS, "wait already", () -> start("ann", "ROWS 1"));
        }
    }

    @Test
    void memoryIsSetAsideBeforeAQueryStartsAndGivenBack() {
        limits.set(limits(SHORT, MANY, new Memory(300, 0, 100, 0)));
        List<Query> running = List.of(start("a", "ROWS 1"), start("b", "ROWS 1"), start("c", "ROWS 1"));
        assertThat(engine.reservedBytes()).isEqualTo(300);
        refused(ErrorCode.RESOURCE_EXHAUSTED, "no memory became free", () -> start("d", "ROWS 1"));
        running.forEach(Query::close);
        running.forEach(Query::close);
        assertThat(engine.reservedBytes()).isZero();
        start("d", "ROWS 1").close();
    }

    @Test
    void failedStartGivesItsPlaceBack() {
        limits.set(limits(new Times(LONG, SHORT, SHORT, LONG), ANY_SIZE, new Places(1, 1, 1), AMPLE));
        refused(ErrorCode.QUERY_TIMEOUT, "planning it took longer than 20 ms", () -> start("ann", "PLAN"));
        start("ann", "ROWS 1").close();
    }

    @Test
    void queryThatRunsForTooLongIsStoppedWithItsReason() {
        limits.set(limits(new Times(SHORT, LONG, LONG, LONG), ANY_SIZE, MANY, AMPLE));
        try (Query query = start("ann", "HANG")) {
            refused(
                    ErrorCode.QUERY_TIMEOUT,
                    "took longer than 20 ms",
                    () -> query.rows().loadNext());
        }
    }

    @Test
    void rowsBeyondTheLimitAreNeverShown() {
        limits.set(limits(LONG_TIMES, new Sizes(25, 0, 0), MANY, AMPLE));
        try (Query query = start("ann", "ROWS 10")) {
            assertThat(query.rows().loadNext()).isTrue();
            assertThat(query.rows().loadNext()).isTrue();
            refused(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "more than 25 rows",
                    () -> query.rows().loadNext());
        }
    }

    @Test
    void statementBeyondItsBytesIsNotEvenPlanned() {
        limits.set(limits(LONG_TIMES, new Sizes(0, 11, 0), MANY, AMPLE));
        refused(ErrorCode.RESOURCE_EXHAUSTED, "it has 13 bytes and 11", () -> start("ann", "ROWS 1 äöü"));
        start("ann", "ROWS 1 äö").close();
        assertThat(inner.startedCount()).isEqualTo(1);
    }

    @Test
    void ratesAreKeptPerUserAndForAll() {
        limits.set(new QueryLimits(
                LONG_TIMES, ANY_SIZE, MANY, AMPLE, Optional.of(new Rates(2, 3, 1)), ResourceGroups.NONE));
        start("ann", "ROWS 1").close();
        start("ann", "ROWS 1").close();
        refused(ErrorCode.TOO_MANY_REQUESTS, "rate_limit.per_user", () -> start("ann", "ROWS 1"));
        start("bob", "ROWS 1").close();
        refused(ErrorCode.TOO_MANY_REQUESTS, "rate_limit.global", () -> start("bob", "ROWS 1"));
        limits.set(limits(LONG, MANY, AMPLE));
        start("bob", "ROWS 1").close();
    }

    @Test
    void listingsAndDescriptionsHaveARateOfTheirOwn() {
        limits.set(new QueryLimits(
                LONG_TIMES, ANY_SIZE, MANY, AMPLE, Optional.of(new Rates(1, 9, 2)), ResourceGroups.NONE));
        engine.describe("ROWS 1", session("ann"));
        engine.describe("ROWS 1", session("ann"));
        refused(ErrorCode.TOO_MANY_REQUESTS, "rate_limit.metadata_per_user", () -> engine.vocabulary(session("ann")));
        start("ann", "ROWS 1").close();
        engine.describe("ROWS 1", session("bob"));
    }

    @Test
    void waitingQueryIsSeenAndCanBeCancelled() throws Exception {
        limits.set(limits(LONG, new Places(1, 1, 100), AMPLE));
        try (Query _ = start("ann", "ROWS 1")) {
            CompletableFuture<QueryControl> accepted = new CompletableFuture<>();
            QueryOptions options = QueryOptions.standard().watchedBy(accepted::complete);
            Future<Query> waiting = threads.submit(() -> engine.start("ROWS 2", session("ann"), options));
            QueryControl control = accepted.get();
            assertThat(control.progress().phase()).isEqualTo(Phase.QUEUED);
            assertThat(control.id()).isEqualTo(options.id());
            control.cancel();
            assertThat(waiting)
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withMessageContaining("cancelled while it waited");
        }
        assertThat(engine.waitingCount()).isZero();
    }

    @Test
    void endingServerTakesNothingNew() {
        limits.set(limits(LONG, MANY, AMPLE));
        engine.refuseNew();
        refused(ErrorCode.TOO_MANY_REQUESTS, "shutting down", () -> start("ann", "ROWS 1"));
    }

    private Future<Query> startWaiting(String user, String sql, int waitingAfter) {
        Future<Query> query = threads.submit(() -> start(user, sql));
        while (engine.waitingCount() < waitingAfter) {
            Thread.onSpinWait();
        }
        return query;
    }

    private Query start(String user, String sql) {
        return engine.start(sql, session(user));
    }

    private static Session session(String user) {
        return new Session(new Principal(user, Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
    }

    private static QueryLimits limits(Duration waiting, Places places, Memory memory) {
        return limits(new Times(LONG, waiting, LONG, LONG), ANY_SIZE, places, memory);
    }

    private static QueryLimits limits(Times times, Sizes sizes, Places places, Memory memory) {
        return new QueryLimits(times, sizes, places, memory, Optional.empty(), ResourceGroups.NONE);
    }

    private static void refused(ErrorCode code, String reason, ThrowingCallable attempt) {
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(attempt)
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
