package io.sqe.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.executor.Cancellation;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A query that is cancelled before it has rows: whoever asked for it waits for nothing, and nothing is left running. */
@Timeout(60)
class CancelledStartTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final RootAllocator allocator = new RootAllocator();
    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final AtomicReference<QueryControl> accepted = new AtomicReference<>();
    private final Session session = new Session(new Principal("ada", Set.of()), "lake", Optional.empty(), ZONE);

    @AfterEach
    void close() {
        catalog.close();
        allocator.close();
    }

    @Test
    void aQueryCancelledBeforeItIsPlannedNeverReachesTheExecutor() {
        var executor = new ScriptedExecutor(allocator, _ -> {});

        try (SingleHostEngine engine = engine(executor)) {
            QueryException failure = catchThrowableOfType(
                    QueryException.class,
                    () -> engine.start(
                            "SELECT 1", session, QueryOptions.standard().watchedBy(QueryControl::cancel)));

            assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
            assertThat(executor.started).isEmpty();
        }
    }

    @Test
    void anExecutorThatIsStartingHearsTheRequest() {
        var executor = new ScriptedExecutor(allocator, CancelledStartTest::awaitRequest);

        assertThat(cancelWhileStarting(executor).code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        assertThat(accepted.get().progress().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(executor.started).isEmpty();
    }

    @Test
    void anExecutorThatDoesNotListenIsLeftBehindAndWhatItStartsIsClosed() throws InterruptedException {
        var mayGoOn = new CountDownLatch(1);
        var executor = new ScriptedExecutor(allocator, _ -> await(mayGoOn));

        assertThat(cancelWhileStarting(executor).code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        assertThat(executor.isFragmentClosed.getCount()).isEqualTo(1);

        mayGoOn.countDown();
        executor.isFragmentClosed.await();
        assertThat(executor.started).hasSize(1);
    }

    @Test
    void whoeverIsInterruptedWhileWaitingCancelsAndStaysInterrupted() throws InterruptedException {
        var executor = new ScriptedExecutor(allocator, CancelledStartTest::awaitRequest);
        var failure = new AtomicReference<QueryException>();
        var wasInterrupted = new AtomicReference<Boolean>();

        try (SingleHostEngine engine = engine(executor)) {
            Thread person = Thread.ofPlatform().start(() -> {
                failure.set(catchThrowableOfType(QueryException.class, () -> engine.start("SELECT 1", session)));
                wasInterrupted.set(Thread.currentThread().isInterrupted());
            });
            executor.isStarting.await();
            person.interrupt();
            person.join();
        }

        assertThat(failure.get().code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        assertThat(wasInterrupted.get()).isTrue();
    }

    @Test
    void theSessionsZoneReachesTheExecutor() {
        var executor = new ScriptedExecutor(allocator, _ -> {});

        try (SingleHostEngine engine = engine(executor);
                Query query = engine.start("SELECT 1", session)) {
            assertThat(query.progress().phase()).isEqualTo(Phase.RUNNING);
        }

        assertThat(executor.started)
                .singleElement()
                .satisfies(start -> assertThat(start.options().zone()).isEqualTo(ZONE));
    }

    private QueryException cancelWhileStarting(ScriptedExecutor executor) {
        Consumer<QueryControl> cancelLater = query -> {
            accepted.set(query);
            Thread.startVirtualThread(() -> {
                await(executor.isStarting);
                query.cancel();
            });
        };
        SingleHostEngine engine = engine(executor);
        return catchThrowableOfType(
                QueryException.class,
                () -> engine.start("SELECT 1", session, QueryOptions.standard().watchedBy(cancelLater)));
    }

    private SingleHostEngine engine(ScriptedExecutor executor) {
        return new SingleHostEngine(
                _ -> new OneCatalog(catalog),
                new PassthroughPolicy(),
                executor,
                new GuardedFolders(List.of()),
                allocator);
    }

    private static void awaitRequest(Cancellation cancellation) {
        var isRequested = new CountDownLatch(1);
        try (var _ = cancellation.onRequest(isRequested::countDown)) {
            await(isRequested);
        }
        cancellation.failIfRequested();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Nobody interrupts this", stopped);
        }
    }
}
