package io.sqe.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.sqe.gateway.admission.QueryLimits.Memory;
import io.sqe.gateway.admission.QueryLimits.Places;
import io.sqe.gateway.admission.QueryLimits.Sizes;
import io.sqe.gateway.admission.QueryLimits.Times;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.testing.TrialEngine;
import io.sqe.policy.decision.Principal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A hundred statements at once where four may run: each is served or told why not, and nothing stays behind. */
final class OverloadTest {
    private static final int RUNNING_MAX = 4;
    private static final int PER_USER_MAX = 2;
    private static final int QUEUED_PER_USER_MAX = 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TrialEngine inner = new TrialEngine();
    private final QueryLimits limits = new QueryLimits(
            new Times(LONG, LONG, LONG, LONG),
            new Sizes(0, 0, 0),
            new Places(RUNNING_MAX, PER_USER_MAX, QUEUED_PER_USER_MAX),
            new Memory(400, 0, 100, 0),
            Optional.empty(),
            ResourceGroups.NONE);
    private final LimitedEngine engine = new LimitedEngine(inner, () -> limits, MemoryMeter.NONE);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private final Map<String, AtomicInteger> served = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refused = new ConcurrentHashMap<>();

    @Test
    void everyStatementIsServedOrRefusedByItsTypeAndNothingIsLeft() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                engine) {
            for (int i = 0; i < 100; i++) {
                String user = i < 60 ? "greedy" : "user" + i % 4;
                all.add(threads.submit(() -> ask(user, go)));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(engine.waitingCount()).isZero();
            assertThat(engine.runningCount()).isZero();
            assertThat(engine.reservedBytes()).isZero();
        }
        assertThat(mostRunning).hasValueBetween(1, RUNNING_MAX);
        for (int i = 0; i < 4; i++) {
            assertThat(count(served, "user" + i)).as("user" + i).isEqualTo(10);
            assertThat(count(refused, "user" + i)).isZero();
        }
        assertThat(count(served, "greedy") + count(refused, "greedy")).isEqualTo(60);
        assertThat(count(served, "greedy")).isGreaterThanOrEqualTo(QUEUED_PER_USER_MAX);
        assertThat(inner.startedCount()).isEqualTo(40 + count(served, "greedy"));
    }

    private Void ask(String user, CountDownLatch go) throws InterruptedException {
        go.await();
        Session session = new Session(new Principal(user, Set.of()), "lake", Optional.empty(), ZoneOffset.UTC);
        try (Query query = engine.start("ROWS 1", session)) {
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            query.rows().loadNext();
            query.rows().loadNext();
            running.decrementAndGet();
            served.computeIfAbsent(user, _ -> new AtomicInteger()).incrementAndGet();
        } catch (QueryException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
            refused.computeIfAbsent(user, _ -> new AtomicInteger()).incrementAndGet();
        }
        return null;
    }

    private static int count(Map<String, AtomicInteger> byUser, String user) {
        return byUser.getOrDefault(user, new AtomicInteger()).get();
    }
}
