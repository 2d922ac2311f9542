package io.sqe.gateway.trino.session;

import io.sqe.catalog.NamespaceName;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.trino.protocol.SessionChange;
import io.sqe.gateway.trino.statement.ArrowRows;
import io.sqe.gateway.trino.statement.ListedRows;
import io.sqe.gateway.trino.statement.RowSource;
import io.sqe.gateway.trino.statement.RunningStatement;
import io.sqe.gateway.trino.type.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A query of the engine as a Trino statement. */
final class EngineStatement implements RunningStatement {
    private final Query query;
    private final Session session;
    private final Session.Location startedAt;
    private final Optional<String> updateType;
    private final RowSource rows;

    /** Takes the query over and closes it with itself. */
    EngineStatement(Query query, String sql, Session session, Session.Location startedAt, Rendering rendering) {
        this.query = query;
        this.session = session;
        this.startedAt = startedAt;
        this.updateType = query.kind() == StatementKind.ROWS ? Optional.empty() : Optional.of(UpdateType.of(sql));
        this.rows = query.kind() == StatementKind.COMMAND ? ListedRows.none() : new ArrowRows(query.rows(), rendering);
    }

    @Override
    public RowSource rows() {
        return rows;
    }

    @Override
    public Optional<String> updateType() {
        return updateType;
    }

    @Override
    public OptionalLong updateCount() {
        return query.rowsWritten();
    }

    /** Where USE has gone. */
    @Override
    public List<SessionChange> changes() {
        Session.Location now = session.location();
        List<SessionChange> changes = new ArrayList<>();
        if (!now.equals(startedAt)) {
            changes.add(new SessionChange.SetCatalog(now.catalog()));
            now.namespace()
                    .map(NamespaceName::levels)
                    .ifPresent(levels -> changes.add(new SessionChange.SetSchema(String.join(".", levels))));
        }
        return changes;
    }

    @Override
    public void close() {
        query.close();
    }
}
