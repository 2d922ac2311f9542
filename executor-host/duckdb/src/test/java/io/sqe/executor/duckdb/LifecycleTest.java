package io.sqe.executor.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final String ENDLESS = "SELECT sum(announce(range)) FROM range(1_000_000_000_000)";

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(ImportedArray.unreleased()).isZero();
        assertThat(Engine.LIBRARY.objects().count()).isZero();
    }

    @Test
    void fiftyDatabasesComeAndGo() {
        try (BufferAllocator allocator = new RootAllocator()) {
            for (int round = 0; round < 50; round++) {
                try (Database database = Database.open(Engine.LIBRARY, DatabaseOptions.locked());
                        Connection connection = database.connect();
                        ArrowStream stream =
                                connection.query("SELECT range::VARCHAR FROM range(5000)", 2048, allocator);
                        VectorSchemaRoot batch = Objects.requireNonNull(stream.next())) {
                    assertThat(batch.getRowCount()).isEqualTo(2048);
                }
                assertThat(allocator.getAllocatedMemory()).isZero();
            }
        }
    }

    /** With threads of DuckDB's own for its writes, a COPY that is interrupted may never return. */
    @Test
    void aLockedDatabaseWritesOnTheThreadThatAsked() {
        try (Engine engine = Engine.locked()) {
            assertThat(engine.text("SELECT current_setting('async_threads')")).isEqualTo("0");
        }
    }

    @Test
    void batchesOutliveStreamConnectionAndDatabase() {
        try (BufferAllocator allocator = new RootAllocator()) {
            VectorSchemaRoot batch;
            try (Engine engine = Engine.locked();
                    ArrowStream stream =
                            engine.connection.query("SELECT 'x' || range AS s FROM range(10)", 10, allocator)) {
                batch = Objects.requireNonNull(stream.next());
            }
            assertThat(batch.getVector("s").getObject(9)).hasToString("x9");
            assertThat(ImportedArray.unreleased()).isOne();
            batch.close();
        }
    }

    @Test
    void anAbandonedStreamFreesTheConnection() {
        try (Engine engine = Engine.locked()) {
            ArrowStream stream =
                    engine.connection.query("SELECT range FROM range(100_000_000)", 2048, engine.allocator);
            Objects.requireNonNull(stream.next()).close();
            stream.close();
            stream.close();
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
            assertThat(engine.text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aClosedConnectionRefusesAndAnswersNoProgress() {
        try (Engine engine = Engine.locked()) {
            ArrowStream stream = engine.connection.query("SELECT 1", 1, engine.allocator);
            engine.connection.close();
            engine.connection.close();
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> engine.connection.execute("SELECT 1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            engine.connection.interrupt();
            assertThat(engine.connection.progress().percent()).isEqualTo(-1);
            stream.close();
        }
    }

    @Test
    void aBudgetTooSmallForABatchIsRefusedWithoutALeak() {
        try (Engine engine = Engine.locked();
                BufferAllocator budget = engine.allocator.newChildAllocator("budget", 0, 10_000);
                ArrowStream stream =
                        engine.connection.query("SELECT range, range AS again FROM range(1000)", 1000, budget)) {
            assertThatThrownBy(stream::next).isInstanceOf(OutOfMemoryException.class);
            assertThat(budget.getAllocatedMemory()).isZero();
        }
    }

    @Test
    void anInterruptEndsARunningQuery() throws InterruptedException {
        inBackground((engine, running) -> {
            engine.connection.interrupt();
            assertThatThrownBy(running::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(DuckDbException.Interrupted.class);
            assertThat(engine.text("SELECT 'next'")).isEqualTo("next");
        });
    }

    @Test
    void closingTheConnectionEndsARunningQuery() throws InterruptedException {
        inBackground((engine, running) -> {
            engine.connection.close();
            assertThatThrownBy(running::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(DuckDbException.Interrupted.class);
        });
    }

    @Test
    void closingTheStreamEndsARunningFetch() throws InterruptedException {
        var started = new CountDownLatch(1);
        try (Engine engine = Engine.locked();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            engine.database.register(ScalarFunction.of(
                    "announce", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> started.countDown()));
            ArrowStream stream = engine.connection.query(ENDLESS, 10, engine.allocator);
            Future<?> fetching = threads.submit(stream::next);
            started.await();
            stream.close();
            assertThatThrownBy(fetching::get)
                    .cause()
                    .isInstanceOfAny(DuckDbException.Interrupted.class, IllegalStateException.class);
            assertThat(engine.text("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void interruptingTheThreadOfALongStatementEndsIt() throws InterruptedException {
        var started = new CountDownLatch(1);
        try (Engine engine = Engine.locked()) {
            engine.database.register(ScalarFunction.of(
                    "announce", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> started.countDown()));
            var failure = new AtomicReference<Throwable>();
            String sql = ENDLESS + " -- " + "long ".repeat(100);
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    engine.connection.execute(sql);
                } catch (DuckDbException expected) {
                    failure.set(expected);
                }
            });
            started.await();
            thread.interrupt();
            thread.join();
            assertThat(failure.get()).isInstanceOf(DuckDbException.Interrupted.class);
        }
    }

    @Test
    void aRunningQueryReportsItsProgress() throws InterruptedException {
        try (Engine engine = Engine.locked()) {
            var halfway = new CountDownLatch(1);
            var proceed = new CountDownLatch(1);
            engine.connection.trackProgress();
            engine.connection.execute("CREATE TABLE t AS SELECT range AS i FROM range(1_000_000)");
            engine.database.register(ScalarFunction.of("pause", List.of("BIGINT"), "BIGINT", (rows, in, out) -> {
                if (in.getFirst().longAt(0) >= 500_000) {
                    halfway.countDown();
                    proceed.await();
                }
            }));
            try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
                Future<?> running = threads.submit(() -> engine.rows("SELECT count(pause(i)) FROM t"));
                halfway.await();
                assertThat(running.isDone()).isFalse();
                assertThat(engine.connection.progress().rowsTotal()).isBetween(0L, 2_000_000L);
                proceed.countDown();
            }
        }
    }

    @Test
    void aStatementHasAProfile() {
        try (Engine engine = Engine.locked()) {
            engine.connection.execute("CREATE TABLE t AS SELECT range AS i FROM range(300_000)");
            engine.connection.profileStatements();
            assertThat(engine.text("SELECT count(*) FROM t WHERE i % 3 = 0")).isEqualTo("100000");
            QueryProfile profile = engine.connection.profile();
            assertThat(profile.metrics()).containsKeys("query.total_time", "system.peak_buffer_memory");
            OperatorProfile scan = leaf(profile.root());
            assertThat(scan.name()).contains("SCAN");
            assertThat(scan.rowsScanned()).hasValue(300_000);
            assertThat(scan.time()).isPositive();
        }
    }

    @Test
    void aProfileCanSayWhatEachOperatorIsAbout() {
        try (Engine engine = Engine.locked()) {
            engine.connection.execute(
                    "CREATE TABLE t AS SELECT range AS i, range % 7 AS \"a \\ \"\"b\" FROM range(10_000)");
            engine.connection.execute("CREATE TABLE u AS SELECT range AS k FROM range(100)");
            engine.connection.profileStatements();
            String sql = "SELECT \"a \\ \"\"b\", count(*) FROM t JOIN u ON i = k WHERE i > 40 GROUP BY 1";
            assertThat(engine.rows(sql)).hasSize(7);
            QueryProfile profile = engine.connection.profile(sql, engine.allocator);
            List<OperatorProfile> operators = new ArrayList<>();
            collect(profile.root(), operators);
            assertThat(operators)
                    .anySatisfy(join -> {
                        assertThat(join.name()).isEqualTo("HASH_JOIN");
                        assertThat(join.rows()).isEqualTo(59);
                        assertThat(join.details()).containsEntry("Conditions", "i = k");
                    })
                    .anySatisfy(scan -> assertThat(scan.details().toString()).contains("a \\ \"b"));
        }
    }

    private static void collect(OperatorProfile operator, List<OperatorProfile> operators) {
        operators.add(operator);
        operator.children().forEach(child -> collect(child, operators));
    }

    @Test
    void changedRowsAreCounted() {
        try (Engine engine = Engine.locked()) {
            assertThat(engine.connection.execute("CREATE TABLE t (i INTEGER)")).isZero();
            assertThat(engine.connection.execute("INSERT INTO t SELECT range FROM range(7); DELETE FROM t WHERE i < 2"))
                    .isEqualTo(9);
        }
    }

    private static OperatorProfile leaf(OperatorProfile operator) {
        return operator.children().isEmpty()
                ? operator
                : leaf(operator.children().getFirst());
    }

    /** What to do while a query is known to run. */
    private interface WhileRunning {
        void act(Engine engine, Future<?> running);
    }

    private static void inBackground(WhileRunning action) throws InterruptedException {
        var started = new CountDownLatch(1);
        try (Engine engine = Engine.locked();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            engine.database.register(ScalarFunction.of(
                    "announce", List.of("BIGINT"), "BIGINT", (rows, arguments, result) -> started.countDown()));
            Future<?> running = threads.submit(() -> engine.rows(ENDLESS));
            started.await();
            action.act(engine, running);
        }
    }
}
