package io.sqe.gateway.lifecycle;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.Catalogs;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableWrite;
import io.sqe.executor.ArrowStream;
import io.sqe.executor.Executor;
import io.sqe.executor.FragmentOptions;
import io.sqe.executor.RunningFragment;
import io.sqe.fragment.Fragment;
import io.sqe.gateway.caching.Recording;
import io.sqe.gateway.caching.ResultCache;
import io.sqe.gateway.discovery.FunctionListing;
import io.sqe.gateway.planning.PlannedQuery;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryProgress.Phase;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.result.ListedRows;
import io.sqe.gateway.result.ResultTable;
import io.sqe.gateway.write.WriteSettings;
import io.sqe.planner.binding.BoundStatement;
import io.sqe.planner.binding.BoundStatement.CatalogCommand;
import io.sqe.planner.statement.OrReplace;
import io.sqe.substrait.fragmenting.Fragmenting;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;

/** Runs one planned statement. */
final class StatementRunner {
    private final Executor executor;
    private final BufferAllocator allocator;
    private final Catalogs catalogs;
    private final Session session;
    private final QueryLife life;
    private final FragmentOptions options;
    private final Optional<ResultCache> results;

    StatementRunner(
            Executor executor,
            BufferAllocator allocator,
            Catalogs catalogs,
            Session session,
            QueryLife life,
            FragmentOptions options,
            Optional<ResultCache> results) {
        this.results = results;
        this.executor = executor;
        this.allocator = allocator;
        this.catalogs = catalogs;
        this.session = session;
        this.life = life;
        this.options = options;
    }

    StartedQuery run(BoundStatement<PlannedQuery> statement) {
        return switch (statement) {
            case BoundStatement.Query<PlannedQuery>(PlannedQuery plan) -> rows(plan);
            case BoundStatement.Insert<PlannedQuery>(var target, var source) ->
                write(catalog(target.name().catalog()).openAppend(target.name()), source);
            case BoundStatement.CreateTable<PlannedQuery> create -> createTable(create);
            case BoundStatement.Explain<PlannedQuery>(var mode, var explained) -> {
                ResultTable plan = ResultTable.ofText("Query Plan");
                new ExplainRunner(executor, life, options)
                        .explain(mode, explained)
                        .forEach(plan::add);
                yield listed(plan);
            }
            case BoundStatement.Command<PlannedQuery>(CatalogCommand command) -> {
                life.committing();
                yield command(command);
            }
        };
    }

    /** Access was decided when the plan was made or found valid; what is spared here is running it. */
    private StartedQuery rows(PlannedQuery plan) {
        Optional<ResultCache.Claim> claim = results.map(cache -> cache.claim(plan, options));
        return claim.flatMap(asked -> asked.open(allocator)).map(this::kept).orElseGet(() -> computed(plan, claim));
    }

    private StartedQuery kept(ArrowStream rows) {
        life.runFromCache();
        return new StartedQuery(life, StatementKind.ROWS, CountedRows.ofKept(life, rows));
    }

    private StartedQuery computed(PlannedQuery plan, Optional<ResultCache.Claim> claim) {
        RunningFragment fragment = start(plan, new Fragment.Output.Stream(), options);
        Optional<Recording> recording = claim.flatMap(ResultCache.Claim::openRecording);
        return new StartedQuery(
                life,
                StatementKind.ROWS,
                CountedRows.of(life, fragment, recording, new PlanWatch(plan, life, fragment)::measure));
    }

    private StartedQuery write(TableWrite write, PlannedQuery source) {
        try {
            RunningFragment fragment = start(source, new Fragment.Output.Parquet(WriteSettings.of(write)), options);
            return new StartedQuery(life, StatementKind.WRITE, new CommittedRows(life, fragment, write, allocator));
        } catch (RuntimeException failure) {
            write.close();
            throw failure;
        }
    }

    private RunningFragment start(PlannedQuery plan, Fragment.Output output, FragmentOptions how) {
        Fragment whole = Fragmenting.whole(plan.plan(), life.id(), output).root();
        NotedScans.note(plan);
        RunningFragment fragment = executor.start(whole, how, life.cancellation());
        life.run(fragment);
        life.shows(new PlanWatch(plan, life, fragment)::draw);
        return fragment;
    }

    private StartedQuery createTable(BoundStatement.CreateTable<PlannedQuery> create) {
        TableName name = create.definition().name();
        Catalog catalog = catalog(name.catalog());
        boolean replaces = create.orReplace() == OrReplace.YES;
        if (!replaces
                && create.ifExists() == IfExists.IGNORE
                && catalog.stateToken(name).isPresent()) {
            return done("Table %s already exists.".formatted(name));
        }
        if (create.source().isPresent()) {
            TableWrite write =
                    replaces ? catalog.openReplace(create.definition()) : catalog.openCreate(create.definition());
            return write(write, create.source().get());
        }
        life.committing();
        if (replaces) {
            try (TableWrite write = catalog.openReplace(create.definition())) {
                write.commit(List.of());
            }
        } else {
            catalog.createTable(create.definition(), create.ifExists());
        }
        return done("Created table %s.".formatted(name));
    }

    private StartedQuery command(CatalogCommand command) {
        return switch (command) {
            case CatalogCommand.CreateSchema(var name, var ifExists, var properties) -> {
                catalog(name.catalog()).createNamespace(name, properties, ifExists);
                yield done("Created schema %s.".formatted(name));
            }
            case CatalogCommand.DropSchema(var name, var ifMissing) -> {
                catalog(name.catalog()).dropNamespace(name, ifMissing);
                yield done("Dropped schema %s.".formatted(name));
            }
            case CatalogCommand.DropTable(var name, var ifMissing) -> {
                catalog(name.catalog()).dropTable(name, ifMissing);
                yield done("Dropped table %s.".formatted(name));
            }
            case CatalogCommand.CreateView create -> createView(create);
            case CatalogCommand.DropView(var name, var ifMissing) -> {
                catalog(name.catalog()).dropView(name, ifMissing);
                yield done("Dropped view %s.".formatted(name));
            }
            case CatalogCommand.Use(var catalog, var namespace) -> use(catalog, namespace);
            case CatalogCommand.Nothing() -> done("Nothing to do.");
            case CatalogCommand.ShowFunctions(var like) -> listed(FunctionListing.of(like));
            case CatalogCommand.Answer(var columnNames, var rows) -> {
                ResultTable answer = ResultTable.ofText(columnNames.toArray(String[]::new));
                rows.forEach(row -> answer.add(row.toArray()));
                yield listed(answer);
            }
        };
    }

    private StartedQuery createView(CatalogCommand.CreateView create) {
        Catalog catalog = catalog(create.view().name().catalog());
        switch (create.orReplace()) {
            case YES -> catalog.replaceView(create.view());
            case NO -> catalog.createView(create.view(), create.ifExists());
        }
        return done("Created view %s.".formatted(create.view().name()));
    }

    private StartedQuery use(String catalog, Optional<NamespaceName> namespace) {
        session.moveTo(new Session.Location(catalog, namespace));
        return done("Using %s.".formatted(namespace.map(NamespaceName::toString).orElse(catalog)));
    }

    private Catalog catalog(String name) {
        return catalogs.find(name)
                .orElseThrow(() -> new IllegalStateException("Binding let an unknown catalog through: " + name));
    }

    private StartedQuery done(String message) {
        return ended(StatementKind.COMMAND, ResultTable.message(message));
    }

    private StartedQuery listed(ResultTable table) {
        return ended(StatementKind.ROWS, table);
    }

    private StartedQuery ended(StatementKind kind, ResultTable table) {
        life.end(Phase.FINISHED);
        return new StartedQuery(life, kind, ListedRows.open(table, allocator));
    }
}
