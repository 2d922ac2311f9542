package io.sqe.gateway.flight.statement;

import io.sqe.gateway.query.QueryInput;
import io.sqe.planner.parameter.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;

/** A statement that a client means to run, maybe often. Safe for use by many threads. */
public final class PreparedStatement {
    private final Handle handle;
    private final String owner;
    private final QueryInput input;
    private final Schema columns;
    private final Schema parameters;
    private final Optional<Handle> transaction;
    private List<Parameters> bound = List.of(Parameters.NONE);
    private long boundBytes;
    private Instant lastUsed;

    /**
     * @param columns of its result; none if it is run for its effect
     * @param parameters what its placeholders take
     */
    PreparedStatement(
            Handle handle,
            String owner,
            QueryInput input,
            Schema columns,
            Schema parameters,
            Optional<Handle> transaction,
            Instant lastUsed) {
        this.handle = handle;
        this.owner = owner;
        this.input = input;
        this.columns = columns;
        this.parameters = parameters;
        this.transaction = transaction;
        this.lastUsed = lastUsed;
    }

    public Handle handle() {
        return handle;
    }

    public QueryInput input() {
        return input;
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

    /** What its placeholders stand for, in each of its runs; there is at least one. */
    public synchronized List<Parameters> bound() {
        return bound;
    }

    synchronized void bind(List<Parameters> rows, long bytes) {
        bound = rows.isEmpty() ? List.of(Parameters.NONE) : EvenTypes.of(rows);
        boundBytes = bytes;
    }

    synchronized long boundBytes() {
        return boundBytes;
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

    /** Its text, about as much again for what is kept with it, what is known of its columns, and the values. */
    synchronized long bytes() {
        return 1_024 + 2L * MessageSize.of(input) + MessageSize.of(columns) + MessageSize.of(parameters) + boundBytes;
    }
}
