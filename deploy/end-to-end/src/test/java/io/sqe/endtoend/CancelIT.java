package io.sqe.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would take hours, cancelled at whatever moment they have reached; each is answered in time to type the next. */
@Timeout(120)
class CancelIT {
    private static final String ENDLESS_ROWS =
            "UNNEST(sequence(1, 100000)) a(x) CROSS JOIN UNNEST(sequence(1, 100000)) b(y)";

    /** Much more than it takes, for a machine that does much else. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static EngineFixture engine;

    @BeforeAll
    static void open() {
        engine = EngineFixture.open(folder);
        engine.run("CREATE TABLE kept (x BIGINT)");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM " + ENDLESS_ROWS,
                "SELECT x + y AS s FROM " + ENDLESS_ROWS + " ORDER BY s DESC LIMIT 1",
                "SELECT x, y FROM " + ENDLESS_ROWS,
                "INSERT INTO kept SELECT x + y FROM " + ENDLESS_ROWS,
                "CREATE TABLE made AS SELECT x + y AS s FROM " + ENDLESS_ROWS,
                "EXPLAIN ANALYZE SELECT count(*) FROM " + ENDLESS_ROWS,
            })
    void everythingEndsWhenItIsCancelled(String sql) {
        long[] cancelledAt = new long[1];
        QueryOptions cancelSoon = QueryOptions.standard()
                .watchedBy(query -> Thread.startVirtualThread(() -> {
                    cancelledAt[0] = System.nanoTime();
                    query.cancel();
                }));

        QueryException failure = catchThrowableOfType(QueryException.class, () -> drain(sql, cancelSoon));

        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt[0])).isLessThan(MARGIN);
        assertThat(engine.rows("SHOW TABLES")).containsExactly("kept");
        assertThat(engine.rows("SELECT count(*) FROM kept")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM " + ENDLESS_ROWS,
                "INSERT INTO kept SELECT x + y FROM " + ENDLESS_ROWS,
            })
    void whatRunsEndsWhenItIsCancelled(String sql) {
        try (Query query = engine.engine().start(sql, engine.session())) {
            Thread.startVirtualThread(query::cancel);

            QueryException failure = catchThrowableOfType(
                    QueryException.class, () -> query.rows().loadNext());

            assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        }
        assertThat(engine.rows("SELECT count(*) FROM kept")).containsExactly("0");
    }

    /** DuckDB's own threads for writing deadlocked in one of a hundred. */
    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aWriteEndsAtWhateverMomentItIsCancelled() {
        for (int i = 0; i < 80; i++) {
            try (Query query =
                    engine.engine().start("INSERT INTO kept SELECT x + y FROM " + ENDLESS_ROWS, engine.session())) {
                CompletableFuture.delayedExecutor(20 + i, TimeUnit.MILLISECONDS).execute(query::cancel);
                QueryException failure = catchThrowableOfType(
                        QueryException.class, () -> query.rows().loadNext());
                assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
            }
        }
        assertThat(engine.rows("SELECT count(*) FROM kept")).containsExactly("0");
    }

    @Test
    void readerThatLeavesMidwayStopsTheWork() {
        long start = System.nanoTime();
        try (Query query = engine.engine().start("SELECT x, y FROM " + ENDLESS_ROWS, engine.session())) {
            assertThat(query.rows().loadNext()).isTrue();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MARGIN);
        assertThat(engine.rows("SELECT 1")).containsExactly("1");
    }

    private static void drain(String sql, QueryOptions options) {
        try (Query query = engine.engine().start(sql, engine.session(), options)) {
            while (query.rows().loadNext()) {
                assertThat(query.rows().batch().getRowCount()).isPositive();
            }
        }
    }
}
