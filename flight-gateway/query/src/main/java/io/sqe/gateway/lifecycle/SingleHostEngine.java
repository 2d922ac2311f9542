package io.sqe.gateway.lifecycle;

import io.sqe.catalog.Catalogs;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.gateway.discovery.ListedCatalogs;
import io.sqe.gateway.discovery.SessionVocabulary;
import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.files.NamedFiles;
import io.sqe.gateway.ingest.StagedRows;
import io.sqe.gateway.ingest.Staging;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.planning.StatementPlanning;
import io.sqe.gateway.query.Ingestion;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.SqlText;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.SubstraitQuery;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.gateway.system.CacheStatistics;
import io.sqe.gateway.system.SystemCatalogs;
import io.sqe.gateway.system.SystemTablesPolicy;
import io.sqe.gateway.trace.QueryScope;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.SentRows;
import io.sqe.planner.parameter.Parameters;
import io.sqe.planner.statement.StatementParser;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;

/** Plans here and runs every query as one fragment on one executor. Closes the executor with itself. */
public final class SingleHostEngine implements QueryEngine {
    private final Function<Principal, Catalogs> catalogs;
    private final EngineSurroundings around;
    private final SystemTablesPolicy policy;
    private final Executor executor;
    private final BufferAllocator allocator;
    private final StatementPlanning planning;
    private final QueryThreads threads;
    private final Staging staging;

    /**
     * An engine by itself: {@code system.runtime} is empty.
     *
     * @param catalogs the catalogs of a principal
     * @param guarded folders whose files may not be named in SQL
     * @param allocator accounts for the results that the engine makes itself; the caller closes it after the engine
     */
    public SingleHostEngine(
            Function<Principal, Catalogs> catalogs,
            PolicyEngine policy,
            Executor executor,
            GuardedFolders guarded,
            BufferAllocator allocator) {
        this(catalogs, policy, executor, guarded, allocator, Staging.NOWHERE, EngineSurroundings.NONE);
    }

    /**
     * As the other, within a server.
     *
     * @param staging where rows that clients send are kept until they are written
     * @param around is closed by the caller, after the engine
     */
    public SingleHostEngine(
            Function<Principal, Catalogs> catalogs,
            PolicyEngine policy,
            Executor executor,
            GuardedFolders guarded,
            BufferAllocator allocator,
            Staging staging,
            EngineSurroundings around) {
        this.staging = staging;
        this.around = around;
        this.catalogs = catalogs;
        this.policy = new SystemTablesPolicy(policy);
        this.executor = executor;
        this.allocator = allocator;
        this.planning = new StatementPlanning(this.policy, new NamedFiles(executor, guarded));
        this.threads = new QueryThreads(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        QueryLife life = new QueryLife(options.id());
        options.onAccepted().accept(life);
        try {
            Catalogs own = catalogs(session);
            FragmentOptions fragmentOptions = FragmentOptions.standard()
                    .withBatchRows(options.batchRows())
                    .in(session.zone())
                    .tracedAs(life.traceparent());
            var runner =
                    new StatementRunner(executor, allocator, own, session, life, fragmentOptions, around.results());
            return switch (input) {
                case SqlText(String sql) -> {
                    BoundStatement<PlannedQuery> statement =
                            planned(() -> planning.plan(sql, options.parameters(), session, own), life);
                    yield threads.start(() -> runner.run(statement), life);
                }
                case SubstraitQuery query -> {
                    requireNone(options.parameters());
                    BoundStatement<PlannedQuery> statement = planned(() -> planning.plan(query, session, own), life);
                    yield threads.start(() -> runner.run(statement), life);
                }
                case Ingestion ingestion -> ingest(ingestion, session, own, runner, life);
            };
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw QueryFailures.end(life, failure);
        }
    }

    private static void requireNone(Parameters values) {
        if (!values.values().isEmpty()) {
            throw new QueryException(
                    ErrorCode.INVALID_ARGUMENTS,
                    "A Substrait plan has no placeholders here. Write the values into it.",
                    Optional.empty(),
                    null);
        }
    }

    private BoundStatement<PlannedQuery> planned(Callable<BoundStatement<PlannedQuery>> plan, QueryLife life) {
        BoundStatement<PlannedQuery> statement = QueryScope.span("sqe.plan", () -> threads.plan(plan, life));
        life.planned();
        return statement;
    }

    /** Everything is decided before the first row is taken. */
    private Query ingest(Ingestion ingestion, Session session, Catalogs own, StatementRunner runner, QueryLife life) {
        StagedRows staged = staging.open(life.id(), ingestion.rows().schema());
        try {
            SentRows rows = new SentRows(
                    ingestion.target(), staged.columns(), staged.file().toString());
            BoundStatement<PlannedQuery> statement = planned(() -> planning.plan(rows, session, own), life);
            return new StartedQuery(
                    life,
                    StatementKind.WRITE,
                    new IngestedRows(
                            life, ingestion.rows(), staged, () -> threads.start(() -> runner.run(statement), life)));
        } catch (RuntimeException failure) {
            staged.close();
            throw failure;
        }
    }

    @Override
    public StatementDescription describe(QueryInput input, Session session) {
        QueryLife life = new QueryLife();
        try {
            Catalogs own = catalogs(session);
            return threads.plan(
                    () -> switch (input) {
                        case SqlText(String sql) -> planning.describe(sql, session, own);
                        case SubstraitQuery query -> planning.describe(query, session, own);
                        case Ingestion _ -> throw new IllegalArgumentException("Rows that are sent are no question");
                    },
                    life);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw QueryFailures.end(life, failure);
        }
    }

    /** Of the stored catalogs alone: system tables would drown them. */
    @Override
    public Vocabulary vocabulary(Session session) {
        Principal principal = session.principal();
        return new SessionVocabulary(
                StatementParser.keywords(), new ListedCatalogs(principal, catalogs.apply(principal), policy));
    }

    /** What is kept for later queries, here and in the rooms around. */
    public List<CacheStatistics> caches() {
        List<CacheStatistics> caches = new ArrayList<>();
        around.results().ifPresent(caches::add);
        caches.add(planning.plans());
        caches.addAll(around.caches());
        return caches;
    }

    private Catalogs catalogs(Session session) {
        return new SystemCatalogs(
                session.principal(),
                catalogs.apply(session.principal()),
                policy,
                around.runtime(),
                this::caches,
                own -> view -> planning.viewColumns(view, session, own));
    }

    @Override
    public void close() {
        threads.close();
        executor.close();
    }
}
