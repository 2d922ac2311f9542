package io.sqe.gateway.trino.session;

import io.sqe.catalog.NamespaceName;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.files.ArrowColumns;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.protocol.ClientContext;
import io.sqe.gateway.trino.protocol.DurationText;
import io.sqe.gateway.trino.protocol.TrinoErrorCode;
import io.sqe.gateway.trino.statement.RunningStatement;
import io.sqe.gateway.trino.statement.StatementStarter;
import io.sqe.gateway.trino.statement.SubmittedStatement;
import io.sqe.gateway.trino.type.Rendering;
import io.sqe.planner.parameter.Parameters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs statements: those about the session here, all others on the engine, each in a session of its own. Trino's clients bring their
 * session with every statement.
 */
public final class EngineStatements implements StatementStarter {
    private static final Set<String> READING =
            Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "USE");

    private final QueryEngine engine;
    private final String defaultCatalog;
    private final ZoneId defaultZone;

    /** @param defaultCatalog of clients that name none */
    public EngineStatements(QueryEngine engine, String defaultCatalog, ZoneId defaultZone) {
        this.engine = engine;
        this.defaultCatalog = defaultCatalog;
        this.defaultZone = defaultZone;
    }

    /** How long a statement may run, if its session says so. */
    public static Optional<Duration> runTimeMax(SubmittedStatement statement) {
        return Stream.of(SessionProperty.QUERY_MAX_RUN_TIME, SessionProperty.QUERY_MAX_EXECUTION_TIME)
                .map(property -> statement.context().sessionProperties().get(property.propertyName()))
                .flatMap(Stream::ofNullable)
                .flatMap(text -> DurationText.parse(text).stream())
                .min(Duration::compareTo);
    }

    @Override
    public RunningStatement start(String id, SubmittedStatement statement, Consumer<QueryControl> onAccepted) {
        check(statement);
        Optional<SessionStatement> aboutSession = SessionStatementParser.find(statement.sql());
        if (aboutSession.isEmpty()) {
            return run(new Run(id, statement.sql(), List.of()), statement, onAccepted);
        }
        var commands =
                new SessionCommands(statement.context(), statement.requester().principal());
        return switch (aboutSession.get()) {
            case SessionStatement.Prepare prepare -> commands.prepare(prepare);
            case SessionStatement.Execute(var name, var arguments) ->
                run(new Run(id, commands.prepared(name), arguments), statement, onAccepted);
            case SessionStatement.ExecuteImmediate(var sql, var arguments) ->
                run(new Run(id, sql, arguments), statement, onAccepted);
            case SessionStatement.Deallocate(var name) -> commands.deallocate(name);
            case SessionStatement.DescribeInput(var name) ->
                Descriptions.input(engine.describe(commands.prepared(name), session(statement)));
            case SessionStatement.DescribeOutput(var name) ->
                Descriptions.output(engine.describe(commands.prepared(name), session(statement)));
            case SessionStatement.SetSession set -> commands.setSession(set);
            case SessionStatement.ResetSession(var property) -> commands.resetSession(property);
            case SessionStatement.ShowSession(var like) -> commands.showSession(like);
            case SessionStatement.SetRole role -> commands.setRole(role);
            case SessionStatement.SetTimeZone zone -> commands.setTimeZone(zone);
            case SessionStatement.StartTransaction() -> commands.startTransaction();
            case SessionStatement.EndTransaction(var word) -> commands.endTransaction(word);
        };
    }

    private static void check(SubmittedStatement statement) {
        ClientContext context = statement.context();
        context.sessionProperties().forEach((name, value) -> {
            if (SessionProperty.find(name)
                    .filter(property -> !property.isValid(value))
                    .isPresent()) {
                throw SessionCommands.failure(
                        TrinoErrorCode.INVALID_SESSION_PROPERTY, "%s is invalid: %s".formatted(name, value));
            }
        });
        context.role()
                .filter(role -> role.startsWith("ROLE{") && role.endsWith("}"))
                .ifPresent(role -> new SessionCommands(
                                context, statement.requester().principal())
                        .checkRole(role.substring("ROLE{".length(), role.length() - 1)));
    }

    private RunningStatement run(Run run, SubmittedStatement statement, Consumer<QueryControl> onAccepted) {
        refuseChangeInTransaction(run.sql(), statement.context());
        WrittenArguments written = WrittenArguments.of(run.sql(), run.arguments());
        Session session = session(statement);
        Session.Location start = session.location();
        Parameters parameters = new Arguments(() ->
                        ArrowColumns.of(engine.describe(written.sql(), session).parameters()))
                .read(written.constants());
        var options = new QueryOptions(
                new QueryId(run.id()), QueryOptions.standard().batchRows(), parameters, statement.origin(), onAccepted);
        Query query = engine.start(written.sql(), session, options);
        Rendering rendering = new Rendering(statement.timePrecision(), session.zone());
        return new EngineStatement(query, run.sql(), session, start, rendering);
    }

    /** A rollback could not undo it. */
    private static void refuseChangeInTransaction(String sql, ClientContext context) {
        List<String> words = UpdateType.words(sql, 1);
        if (context.transaction().isPresent() && !words.isEmpty() && !READING.contains(words.getFirst())) {
            throw SessionCommands.failure(
                    TrinoErrorCode.AUTOCOMMIT_WRITE_CONFLICT,
                    "Catalogs only support writes using autocommit. End the transaction first.");
        }
    }

    private Session session(SubmittedStatement statement) {
        ClientContext context = statement.context();
        String catalog = context.catalog().orElse(defaultCatalog);
        Optional<NamespaceName> namespace =
                context.schema().map(schema -> new NamespaceName(catalog, List.of(schema.split("\\.", -1))));
        Optional<String> group =
                Optional.ofNullable(context.sessionProperties().get(SessionProperty.RESOURCE_GROUP.propertyName()));
        return new Session(statement.requester().principal(), catalog, namespace, zone(context), group);
    }

    private ZoneId zone(ClientContext context) {
        return Optional.ofNullable(context.sessionProperties().get(SessionProperty.TIME_ZONE_ID.propertyName()))
                .map(ZoneId::of)
                .or(context::zone)
                .orElse(defaultZone);
    }

    /** What the engine is to run; the text may have been prepared earlier. */
    private record Run(String id, String sql, List<String> arguments) {}
}
