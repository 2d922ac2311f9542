package io.sqe.gateway.trino.session;

import io.sqe.catalog.NamespaceName;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryControl;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.protocol.ClientContext;
import io.sqe.gateway.trino.statement.RunningStatement;
import io.sqe.gateway.trino.statement.StatementStarter;
import io.sqe.gateway.trino.statement.SubmittedStatement;
import io.sqe.gateway.trino.type.Rendering;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs statements on the engine, each in a session of its own: Trino's clients bring their session with every statement. */
public final class EngineStatements implements StatementStarter {
    private final QueryEngine engine;
    private final String defaultCatalog;
    private final ZoneId defaultZone;

    /** @param defaultCatalog of clients that name none */
    public EngineStatements(QueryEngine engine, String defaultCatalog, ZoneId defaultZone) {
        this.engine = engine;
        this.defaultCatalog = defaultCatalog;
        this.defaultZone = defaultZone;
    }

    @Override
    public RunningStatement start(SubmittedStatement statement, Consumer<QueryControl> onAccepted) {
        Session session = session(statement);
        Session.Location start = session.location();
        Query query = engine.start(statement.sql(), session, QueryOptions.standard().watchedBy(onAccepted));
        Rendering rendering = new Rendering(statement.timePrecision(), session.zone());
        return new EngineStatement(query, statement.sql(), session, start, rendering);
    }

    private Session session(SubmittedStatement statement) {
        ClientContext context = statement.context();
        String catalog = context.catalog().orElse(defaultCatalog);
        Optional<NamespaceName> namespace =
                context.schema().map(schema -> new NamespaceName(catalog, List.of(schema.split("\\."))));
        return new Session(statement.requester().principal(), catalog, namespace, context.zone().orElse(defaultZone));
    }
}
