package io.sqe.gateway.lifecycle;

import io.sqe.catalog.Catalogs;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.gateway.discovery.SessionVocabulary;
import io.sqe.gateway.discovery.ListedCatalogs;
import io.sqe.gateway.files.GuardedFolders;
import io.sqe.gateway.files.NamedFiles;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.planning.StatementPlanning;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.gateway.query.Vocabulary;
import io.sqe.gateway.system.RuntimeState;
import io.sqe.gateway.system.SystemCatalogs;
import io.sqe.gateway.system.SystemTablesPolicy;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.statement.StatementParser;
import io.sqe.policy.decision.PolicyEngine;
import io.sqe.policy.decision.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;

/** Plans here and runs every query as one fragment on one executor. Closes the executor with itself. */
public final class SingleHostEngine implements QueryEngine {
    private final Function<Principal, Catalogs> catalogs;
    private final RecentQueries recent;
    private final RuntimeState runtime;
    private final SystemTablesPolicy policy;
    private final Executor executor;
    private final BufferAllocator allocator;
    private final StatementPlanning planning;
    private final QueryThreads threads;

    /**
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
        this(catalogs, policy, executor, guarded, allocator, new RecentQueries(), Optional.empty());
    }

    /**
     * As the other, within a server.
     *
     * @param runtime what {@code system.runtime} lists, in the place of what this engine runs by itself
     */
    public SingleHostEngine(
            Function<Principal, Catalogs> catalogs,
            PolicyEngine policy,
            Executor executor,
            GuardedFolders guarded,
            BufferAllocator allocator,
            RuntimeState runtime) {
        this(catalogs, policy, executor, guarded, allocator, new RecentQueries(), Optional.of(runtime));
    }

    private SingleHostEngine(
            Function<Principal, Catalogs> catalogs,
            PolicyEngine policy,
            Executor executor,
            GuardedFolders guarded,
            BufferAllocator allocator,
            RecentQueries recent,
            Optional<RuntimeState> runtime) {
        this.recent = recent;
        this.runtime = runtime.orElse(recent);
        this.catalogs = catalogs;
        this.policy = new SystemTablesPolicy(policy);
        this.executor = executor;
        this.allocator = allocator;
        this.planning = new StatementPlanning(this.policy, new NamedFiles(executor, guarded));
        this.threads = new QueryThreads(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Query start(String sql, Session session, QueryOptions options) {
        QueryLife life = new QueryLife(options.id());
        options.onAccepted().accept(life);
        recent.add(life, sql, session);
        try {
            Catalogs own = catalogs(session);
            BoundStatement<PlannedQuery> statement =
                    threads.plan(() -> planning.plan(sql, options.parameters(), session, own), life);
            life.planned();
            FragmentOptions fragmentOptions = FragmentOptions.standard()
                    .withBatchRows(options.batchRows())
                    .in(session.zone());
            var runner = new StatementRunner(executor, allocator, own, session, life, fragmentOptions);
            return threads.start(() -> runner.run(statement), life);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            throw QueryFailures.end(life, failure);
        }
    }

    @Override
    public StatementDescription describe(String sql, Session session) {
        QueryLife life = new QueryLife();
        try {
            Catalogs own = catalogs(session);
            return threads.plan(() -> planning.describe(sql, session, own), life);
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

    private Catalogs catalogs(Session session) {
        return new SystemCatalogs(
                session.principal(),
                catalogs.apply(session.principal()),
                policy,
                runtime,
                own -> view -> planning.viewColumns(view, session, own));
    }

    @Override
    public void close() {
        threads.close();
        executor.close();
    }
}
