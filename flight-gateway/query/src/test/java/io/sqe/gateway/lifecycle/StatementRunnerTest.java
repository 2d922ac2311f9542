package io.sqe.gateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.iceberg.IcebergCatalog;
import io.sqe.catalog.iceberg.InMemoryWarehouse;
import io.sqe.executor.Cancellation;
import io.sqe.executor.ExecutorException;
import io.sqe.fragment.Fragment;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.testing.OneCatalog;
import io.sqe.policy.decision.PassthroughPolicy;
import io.sqe.policy.decision.Principal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements on an executor without rows. */
class StatementRunnerTest {
    private static final NamespaceName MAIN = NamespaceName.of("lake", "main");

    private final RootAllocator allocator = new RootAllocator();
    private final IcebergCatalog catalog = InMemoryWarehouse.open("lake");
    private final Session session =
            new Session(new Principal("ada", Set.of()), "lake", Optional.of(MAIN), ZoneOffset.UTC);
    private Consumer<Cancellation> whileStarting = _ -> {};
    private final ScriptedExecutor executor = new ScriptedExecutor(allocator, asked -> whileStarting.accept(asked));
    private final SingleHostEngine engine = new SingleHostEngine(
            _ -> new OneCatalog(catalog), new PassthroughPolicy(), executor, new GuardedFolders(List.of()), allocator);

    @BeforeEach
    void createNamespace() {
        catalog.createNamespace(MAIN, Map.of(), IfExists.IGNORE);
    }

    @AfterEach
    void close() {
        engine.close();
        catalog.close();
        allocator.close();
    }

    @Test
    void aCommandAnswersWhatItDid() {
        try (Query query = engine.start("CREATE TABLE t (id INTEGER)", session)) {
            assertThat(query.kind()).isEqualTo(StatementKind.COMMAND);
            assertThat(query.progress().phase()).isEqualTo(Phase.FINISHED);
        }
        assertThat(rows("CREATE TABLE IF NOT EXISTS t (id INTEGER)"))
                .containsExactly("Table lake.main.t already exists.");
        assertThat(rows("DROP TABLE t")).containsExactly("Dropped table lake.main.t.");
        assertThat(catalog.listTables(MAIN)).isEmpty();
        assertThat(executor.started).isEmpty();
    }

    @Test
    void useMovesTheSession() {
        catalog.createNamespace(NamespaceName.of("lake", "other"), Map.of(), IfExists.FAIL);

        assertThat(rows("USE lake.other")).containsExactly("Using lake.other.");
        assertThat(session.location().namespace()).contains(NamespaceName.of("lake", "other"));
    }

    @Test
    void aWriteHappensWhenItsRowIsAskedFor() {
        try (Query query = engine.start("CREATE TABLE t AS SELECT 1 AS x", session)) {
            assertThat(query.kind()).isEqualTo(StatementKind.WRITE);
            assertThat(catalog.listTables(MAIN)).isEmpty();

            assertThat(query.rows().loadNext()).isTrue();
            assertThat(catalog.listTables(MAIN)).containsExactly(MAIN.table("t"));
            assertThat(query.rowsWritten()).hasValue(0);
            assertThat(query.progress().phase()).isEqualTo(Phase.FINISHED);
        }
        assertThat(executor.started)
                .singleElement()
                .satisfies(start -> assertThat(start.fragment().output()).isInstanceOf(Fragment.Output.Parquet.class));
    }

    @Test
    void aWriteThatNobodyReadsDoesNotHappen() {
        try (Query query = engine.start("CREATE TABLE t AS SELECT 1 AS x", session)) {
            query.cancel();
        }

        assertThat(catalog.listTables(MAIN)).isEmpty();
    }

    @Test
    void aWriteThatCannotStartLeavesNothing() {
        whileStarting = _ -> {
            throw new ExecutorException.OutOfResources("full");
        };

        QueryException failure = catchThrowableOfType(
                QueryException.class, () -> engine.start("CREATE TABLE t AS SELECT 1 AS x", session));

        assertThat(failure.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED);
        assertThat(catalog.listTables(MAIN)).isEmpty();
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Query query = engine.start(sql, session)) {
            while (query.rows().loadNext()) {
                rows.add(String.valueOf(query.rows().batch().getVector(0).getObject(0)));
            }
        }
        return rows;
    }
}
