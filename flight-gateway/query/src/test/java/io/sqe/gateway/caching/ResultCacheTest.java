package io.sqe.gateway.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.catalog.ColumnType;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.executor.ExecutorException;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.ingest.Staging;
import io.sqe.gateway.lifecycle.EngineSurroundings;
import io.sqe.gateway.lifecycle.SingleHostEngine;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.system.CacheState;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.gateway.testing.DecidedPolicy;
import io.sqe.gateway.testing.NumberingExecutor;
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.planner.parameter.Parameter;
import io.sqe.planner.parameter.Parameters;
import io.sqe.policy.decision.Principal;
import io.sqe.policy.decision.TableAccess;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is served what is not exactly their own result. Every run of the executor has a number, which is what its rows say. */
class ResultCacheTest {
    private static final NamespaceName MAIN = NamespaceName.of("lake", "main");
    private static final String SQL = "SELECT id, owner FROM orders WHERE id > 3";

    private final RootAllocator allocator = new RootAllocator();
    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final DecidedPolicy policy = new DecidedPolicy();
    private final NumberingExecutor executor = new NumberingExecutor(allocator);
    private final ResultCache cache = ResultCache.open(new ResultCacheLimits(1 << 20, 1 << 16, Duration.ofMinutes(5)));
    private final SingleHostEngine engine = new SingleHostEngine(
            _ -> new OneCatalog(catalog),
            policy,
            executor,
            new GuardedFolders(List.of()),
            allocator,
            Staging.NOWHERE,
            new EngineSurroundings(RuntimeState.UNWATCHED, Optional.of(cache), List.of()));
    private final Session ada = session("ada");

    @BeforeEach
    void createTable() {
        catalog.createNamespace(MAIN, Map.of(), IfExists.FAIL);
        run("CREATE TABLE orders (id INTEGER, owner VARCHAR)");
    }

    @AfterEach
    void close() {
        engine.close();
        cache.close();
        catalog.close();
        allocator.close();
    }

    @Test
    void theSameQueryIsRunOnceAndSaysSo() {
        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, ada)).isEqualTo(1);

        assertThat(executor.runs()).isEqualTo(1);
        try (Query again = engine.start(SQL, ada)) {
            assertThat(again.isCached()).isTrue();
            assertThat(again.rows().schema().getFields()).hasSize(1);
            read(again);
            assertThat(again.progress().rowsReturned()).isEqualTo(2);
            assertThat(again.progress().phase()).isEqualTo(Phase.FINISHED);
        }
        assertThat(cache.state())
                .extracting(CacheState::entries, CacheState::hits, CacheState::misses)
                .containsExactly(1L, 2L, 1L);
    }

    @Test
    void differentlyWrittenIsTheSameIfItIsPlannedTheSame() {
        run(SQL, ada);

        assertThat(run("select  ID, OWNER\nfrom lake.main.orders where id>3 -- the same", ada))
                .as("names of columns are part of a result")
                .isEqualTo(2);
        assertThat(run("SELECT id, owner\nFROM lake.main.orders -- the same\n WHERE id>3", ada))
                .isEqualTo(1);
    }

    @Test
    void anotherValueOfAParameterIsAnotherResult() {
        String sql = "SELECT id FROM orders WHERE owner = ?";

        assertThat(run(sql, ada, text("x"))).isEqualTo(1);
        assertThat(run(sql, ada, text("y"))).isEqualTo(2);
        assertThat(run(sql, ada, text("x"))).isEqualTo(1);
        assertThat(run(sql, ada, text("z")))
                .as("of a plan that was made without its value")
                .isEqualTo(3);
        assertThat(run(sql, ada, text(""))).isEqualTo(4);
        assertThat(run(sql, ada, text("' OR '1' = '1"))).isEqualTo(5);
        assertThat(run(sql, ada, text("z"))).isEqualTo(3);
        assertThat(run("SELECT id FROM orders WHERE owner = 'z'", ada))
                .as("the same, written")
                .isEqualTo(3);
    }

    @Test
    void othersOfWhomPolicySaysTheSameShare() {
        policy.decide(_ -> DecidedPolicy.filtered("owner = 'house'"));

        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, session("bob"))).isEqualTo(1);
    }

    @Test
    void othersOfWhomPolicySaysOtherwiseNeverShare() {
        policy.decide(who -> switch (who.name()) {
            case "ada" -> new TableAccess.Full();
            case "bob" -> DecidedPolicy.filtered("id < 10");
            case "cleo" -> DecidedPolicy.filtered("id < 11");
            case "dan" -> DecidedPolicy.masked("owner", "'***'");
            default -> new TableAccess.Denied("not theirs");
        });

        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, session("bob"))).isEqualTo(2);
        assertThat(run(SQL, session("cleo"))).isEqualTo(3);
        assertThat(run(SQL, session("dan"))).isEqualTo(4);
        assertThat(failure(SQL, session("eve"))).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        assertThat(run(SQL, ada)).isEqualTo(1);
    }

    @Test
    void hiddenColumnsStayHiddenAndTheRestIsShared() {
        policy.decide(who -> who.name().equals("ada") ? new TableAccess.Full() : DecidedPolicy.without("owner"));

        assertThat(run("SELECT * FROM orders", ada)).isEqualTo(1);
        assertThat(run("SELECT * FROM orders", session("bob"))).isEqualTo(2);
        assertThat(failure(SQL, session("bob"))).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    }

    @Test
    void aMaskThatAsksWhoIsAskingIsEachPersonsOwn() {
        policy.decide(_ -> DecidedPolicy.masked("owner", "CASE WHEN owner = current_user THEN owner END"));

        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, session("bob"))).isEqualTo(2);
    }

    @Test
    void aFilterThatAsksForARoleIsThatRolesOwn() {
        policy.decide(_ -> DecidedPolicy.filtered("is_role_in_session('auditor') OR owner = 'x'"));
        Session auditor =
                new Session(new Principal("ada", Set.of("auditor")), "lake", Optional.of(MAIN), ZoneOffset.UTC);

        assertThat(run(SQL, auditor)).isEqualTo(1);
        assertThat(run(SQL, ada)).as("the same user after losing a role").isEqualTo(2);
    }

    @Test
    void whatASessionAsksOfItselfIsItsOwn() {
        assertThat(run("SELECT current_user, id FROM orders", ada)).isEqualTo(1);
        assertThat(run("SELECT current_user, id FROM orders", session("bob"))).isEqualTo(2);
    }

    @Test
    void aPolicyThatChangesIsHeededAtOnce() {
        assertThat(run(SQL, ada)).isEqualTo(1);
        policy.decide(_ -> DecidedPolicy.filtered("id < 10"));
        assertThat(run(SQL, ada)).isEqualTo(2);
        policy.decide(_ -> new TableAccess.Denied("revoked"));
        assertThat(failure(SQL, ada)).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        policy.decide(_ -> new TableAccess.Full());
        assertThat(run(SQL, ada)).isEqualTo(1);
    }

    @Test
    void aTableIsAskedAgainAfterACommit() {
        run(SQL, ada);
        commit();

        assertThat(run(SQL, ada)).isEqualTo(2);
        assertThat(run(SQL, ada)).isEqualTo(2);
    }

    @Test
    void aCommitWhileAQueryStartsIsNotHiddenByItsResult() {
        executor.whileStarting(this::commit);
        assertThat(run(SQL, ada)).isEqualTo(1);
        executor.whileStarting(() -> {});

        assertThat(run(SQL, ada)).as("rows of the older snapshot").isEqualTo(2);
    }

    @Test
    void aTableThatWasMadeAnewIsAnother() {
        run(SQL, ada);
        run("DROP TABLE orders");
        assertThat(failure(SQL, ada)).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
        run("CREATE TABLE orders (id INTEGER, owner VARCHAR)");

        assertThat(run(SQL, ada)).isEqualTo(2);
    }

    @Test
    void aViewThatWasDefinedAnewIsAnother() {
        run("CREATE VIEW v AS SELECT id FROM orders WHERE id < 5");
        assertThat(run("SELECT * FROM v", ada)).isEqualTo(1);
        run("CREATE OR REPLACE VIEW v AS SELECT id FROM orders WHERE id < 6");

        assertThat(run("SELECT * FROM v", ada)).isEqualTo(2);
    }

    @Test
    void namesMeanWhatTheyMeanInTheSession() {
        NamespaceName other = NamespaceName.of("lake", "other");
        catalog.createNamespace(other, Map.of(), IfExists.FAIL);
        run("CREATE TABLE other.orders (id INTEGER, owner VARCHAR)");
        Session elsewhere = new Session(ada.principal(), "lake", Optional.of(other), ZoneOffset.UTC);

        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, elsewhere)).isEqualTo(2);
    }

    @Test
    void timesMeanWhatTheyMeanInTheSession() {
        Session tokyo = new Session(ada.principal(), "lake", Optional.of(MAIN), ZoneId.of("Asia/Tokyo"));

        assertThat(run(SQL, ada)).isEqualTo(1);
        assertThat(run(SQL, tokyo)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT random() FROM orders",
                "SELECT id FROM orders WHERE id > (SELECT rand())",
                "SELECT uuid(), id FROM orders",
                "SELECT current_timestamp, id FROM orders",
                "SELECT id FROM orders TABLESAMPLE BERNOULLI (10)",
                "SELECT table_name FROM information_schema.tables",
                "SELECT query FROM system.runtime.queries",
                "SELECT id, state FROM orders, system.runtime.nodes",
                "SELECT 1"
            })
    void whatIsNotTheSameAgainIsNotKept(String sql) {
        assertThat(run(sql, ada)).isEqualTo(1);
        assertThat(run(sql, ada)).isEqualTo(2);
        assertThat(cache.state())
                .extracting(CacheState::entries, CacheState::misses)
                .containsExactly(0L, 0L);
    }

    @Test
    void aVersionIsNotKeptAsIfItWereTheTable() {
        commit();
        run(SQL, ada);
        long snapshot = catalog.findTable(MAIN.table("orders"), new TableVersion.Current())
                .orElseThrow()
                .snapshotId()
                .orElseThrow();

        assertThat(run("SELECT id, owner FROM orders FOR VERSION AS OF " + snapshot + " WHERE id > 3", ada))
                .isEqualTo(2);
    }

    @Test
    void aResultThatWasLeftEarlyIsNotKept() {
        try (Query left = engine.start(SQL, ada)) {
            assertThat(left.rows().loadNext()).isTrue();
        }
        assertThat(run(SQL, ada)).isEqualTo(2);
    }

    @Test
    void aResultThatFailedIsNotKept() {
        executor.beforeBatch(batch -> {
            if (batch == 1) {
                throw new ExecutorException.OutOfResources("full");
            }
        });
        assertThat(failure(SQL, ada)).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
        executor.beforeBatch(_ -> {});

        assertThat(run(SQL, ada)).isEqualTo(2);
        assertThat(cache.allocatedBytes()).isEqualTo(cache.state().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aResultThatWasCancelledIsNotKept(int batch) {
        try (Query cancelled = engine.start(SQL, ada)) {
            executor.beforeBatch(_ -> {});
            for (int i = 0; i < batch; i++) {
                cancelled.rows().loadNext();
            }
            cancelled.cancel();
            assertThat(catchThrowableOfType(
                                    QueryException.class, () -> cancelled.rows().loadNext())
                            .code())
                    .isEqualTo(ErrorCode.QUERY_CANCELLED);
        }
        assertThat(run(SQL, ada)).isEqualTo(2);
    }

    @Test
    void aKeptResultCanBeCancelledToo() {
        run(SQL, ada);
        try (Query again = engine.start(SQL, ada)) {
            assertThat(again.rows().loadNext()).isTrue();
            again.cancel();
            assertThat(catchThrowableOfType(
                                    QueryException.class, () -> again.rows().loadNext())
                            .code())
                    .isEqualTo(ErrorCode.QUERY_CANCELLED);
        }
        assertThat(run(SQL, ada)).isEqualTo(1);
    }

    @Test
    void whoReadsAResultThatIsForgottenReadsOn() {
        run(SQL, ada);
        try (Query again = engine.start(SQL, ada)) {
            assertThat(again.rows().loadNext()).isTrue();
            cache.clear();
            assertThat(cache.allocatedBytes()).isPositive();
            assertThat(read(again)).isEqualTo(1);
        }
        assertThat(cache.allocatedBytes()).isZero();
        assertThat(run(SQL, ada)).isEqualTo(2);
        assertThat(cache.state().invalidations()).isEqualTo(1);
    }

    private void commit() {
        try (TableWrite write = catalog.openAppend(MAIN.table("orders"))) {
            write.commit(List.of());
        }
    }

    private ErrorCode failure(String sql, Session session) {
        return catchThrowableOfType(QueryException.class, () -> run(sql, session))
                .code();
    }

    private int run(String sql, Session session, Parameter... parameters) {
        QueryOptions options = QueryOptions.standard().withParameters(Parameters.of(parameters));
        try (Query query = engine.start(sql, session, options)) {
            return read(query);
        }
    }

    private void run(String command) {
        engine.start(command, ada).close();
    }

    /** The number of the run that the rest of the rows come from. */
    private static int read(Query query) {
        int number = 0;
        while (query.rows().loadNext()) {
            number = ((IntVector) query.rows().batch().getVector(0)).get(0);
        }
        return number;
    }

    private static Parameter text(String value) {
        return Parameter.of(new ColumnType.StringType(), value);
    }

    private static Session session(String name) {
        return new Session(new Principal(name, Set.of()), "lake", Optional.of(MAIN), ZoneOffset.UTC);
    }
}
