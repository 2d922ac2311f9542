package io.sqe.gateway.observation.audit;

import io.sqe.gateway.observation.QueryObserver;
import io.sqe.gateway.observation.QueryRecord;
import io.sqe.gateway.observation.audit.AuditEntry.Kind;
import io.sqe.gateway.observation.sql.NormalSql;
import io.sqe.gateway.observation.sql.StatementType;
import io.sqe.gateway.query.ClientContext;
import io.sqe.gateway.trace.PolicyNote;
import io.sqe.gateway.trace.TraceContext;
import java.util.Optional;

/** Writes every query that ends into the audit log. */
public final class AuditedQueries implements QueryObserver {
    private final AuditLog log;
    private final Text text;

    public AuditedQueries(AuditLog log, Text text) {
        this.log = log;
        this.text = text;
    }

    @Override
    public void ended(QueryRecord query) {
        ClientContext client = query.client();
        query.details().decisions().forEach(decision -> append(query, decision));
        log.append(new AuditEntry(log.clock().instant(), kind(query))
                .with("username", query.principal().name())
                .with("roles", query.principal().roles().stream().sorted().toList())
                .with("session_id", client.sessionId())
                .with("client_ip", client.address())
                .with("protocol", client.protocol())
                .with("query_id", query.id().text())
                .with("query_hash", NormalSql.hash(query.sql()))
                .with("query_text", text(query.sql()))
                .with("statement_type", query.type().label())
                .with("started_at", query.startedAt().toString())
                .with("duration_ms", query.total().toMillis())
                .with("rows_returned", query.rows())
                .with("bytes_returned", query.bytes())
                .with("files_scanned", query.details().scanned().files())
                .with("bytes_scanned", query.details().scanned().bytes())
                .with("served_from", query.cached() ? Optional.of("cache") : Optional.empty())
                .with("status", query.status())
                .with("error_code", query.error().map(Enum::name))
                .with("trace_id", query.details().trace().map(TraceContext::traceId)));
    }

    private static Kind kind(QueryRecord query) {
        return query.type() == StatementType.DDL ? Kind.ADMIN_DDL : Kind.QUERY;
    }

    /** What policy decided by stays with policy. */
    private void append(QueryRecord query, PolicyNote decision) {
        log.append(new AuditEntry(log.clock().instant(), Kind.POLICY_DECISION)
                .with("username", query.principal().name())
                .with("query_id", query.id().text())
                .with("resource", decision.table())
                .with("action", decision.action())
                .with("decision", decision.outcome())
                .with("row_filters_applied", decision.rowFilters())
                .with("columns_masked", decision.maskedColumns())
                .with("columns_hidden", decision.hiddenColumns()));
    }

    private Optional<String> text(String sql) {
        return switch (text) {
            case OMITTED -> Optional.empty();
            case WITHOUT_LITERALS -> Optional.of(NormalSql.withoutLiterals(sql));
            case WITHOUT_PERSONAL_DATA -> Optional.of(NormalSql.withoutPersonalData(sql));
        };
    }

    /** How much of a statement's text is written down. */
    public enum Text {
        OMITTED,
        WITHOUT_LITERALS,
        /** What looks like personal data is always left out. */
        WITHOUT_PERSONAL_DATA
    }
}
