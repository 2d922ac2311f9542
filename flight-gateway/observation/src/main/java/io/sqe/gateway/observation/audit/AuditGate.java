package io.sqe.gateway.observation.audit;

import io.sqe.gateway.failure.ErrorCode;
import io.sqe.gateway.failure.QueryException;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import io.sqe.gateway.observation.sql.NormalSql;
import io.sqe.gateway.query.ForwardingEngine;
import io.sqe.gateway.query.Query;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.QueryOptions;
import io.sqe.gateway.query.Session;
import java.util.Optional;

/**
 * An engine that runs nothing before it is written down that it will. Where the audit log must be complete, this is what keeps it
 * so: with a full disk no query runs.
 */
public final class AuditGate extends ForwardingEngine {
    private final AuditLog log;

    /** @param engine closed with this one */
    public AuditGate(QueryEngine engine, AuditLog log) {
        super(engine);
        this.log = log;
    }

    @Override
    public Query start(QueryInput input, Session session, QueryOptions options) {
        boolean isWritten = log.append(new AuditEntry(log.clock().instant(), Kind.QUERY)
                .with("username", session.principal().name())
                .with("client_ip", options.client().address())
                .with("query_id", options.id().text())
                .with("query_hash", NormalSql.hash(input.text()))
                .with("status", "started"));
        if (!isWritten) {
            throw new QueryException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Nothing is run while the audit log cannot be written (metrics.audit.on_failure = \"refuse\"). "
                            + "The server's operator has to make room for it.",
                    Optional.empty(),
                    null);
        }
        return super.start(input, session, options);
    }
}
