package io.sqe.gateway.flight.statement;

import io.sqe.planner.parameter.Parameters;
import java.time.Instant;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;

/** A statement that a client means to run, maybe often. Safe for use by many threads. */
public final class PreparedStatement {
    private final Handle handle;
    private final String owner;
    private final String sql;
    private final Schema columns;
    private final Schema parameters;
    private final Optional<Handle> transaction;
    private Parameters bound = Parameters.NONE;
    private Instant lastUsed;

    /**
     * @param columns of its result; none if it is run for its effect
     * @param parameters what its placeholders take
     */
    PreparedStatement(
            Handle handle,
            String owner,
            String sql,
            Schema columns,
            Schema parameters,
            Optional<Handle> transaction,
            Instant lastUsed) {
        this.handle = handle;
        this.owner = owner;
        this.sql = sql;
        this.columns = columns;
        this.parameters = parameters;
        this.transaction = transaction;
        this.lastUsed = lastUsed;
    }

    public Handle handle() {
        return handle;
    }

    public String sql() {
        return sql;
    }

    public Schema columns() {
        return columns;
    }

    public Schema parameters() {
        return parameters;
    }

    public Optional<Handle> transaction() {
        return transaction;
    }

    public synchronized Parameters bound() {
        return bound;
    }

    /** Sets what its placeholders stand for when it is run next. */
    public synchronized void bind(Parameters values) {
        bound = values;
    }

    String owner() {
        return owner;
    }

    synchronized void use(Instant now) {
        lastUsed = now;
    }

    synchronized boolean isUnusedSince(Instant then) {
        return lastUsed.isBefore(then);
    }

    /** Its text, and about as much again for what is kept with it. */
    long bytes() {
        return 1_024 + 2L * sql.length();
    }
}
