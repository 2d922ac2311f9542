package io.sqe.gateway.flight.statement;

import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.limit.HeldLimits;
import io.sqe.gateway.query.Query.StatementKind;
import io.sqe.gateway.query.QueryInput;
import io.sqe.gateway.query.StatementDescription;
import io.sqe.planner.parameter.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.arrow.vector.types.pojo.Schema;

/** The prepared statements of all clients. Those that are never closed are forgotten in time. Safe for use by many threads. */
public final class PreparedStatements {
    private final Map<Handle, PreparedStatement> statements = new ConcurrentHashMap<>();
    private final HeldBytes bytes;
    private final HeldCounts counts;
    private final HeldLimits limits;
    private final Duration idleMax;
    private final InstantSource clock;

    public PreparedStatements(HeldLimits limits, Duration idleMax, InstantSource clock) {
        this.counts = new HeldCounts("prepared statements", "prepared-per-user-max", limits.preparedPerUserMax());
        this.bytes = new HeldBytes(limits);
        this.limits = limits;
        this.idleMax = idleMax;
        this.clock = clock;
    }

    /** Refuses if this user may have no further statement; asked before one is planned. */
    public void checkRoom(String owner) {
        counts.check(owner);
    }

    /** @throws CallRefusedException if the user, or all users together, hold too many */
    public PreparedStatement hold(
            QueryInput input, StatementDescription described, String owner, Optional<Handle> transaction) {
        PreparedStatement statement = new PreparedStatement(
                Handle.random(),
                owner,
                input,
                columns(described),
                described.parameters(),
                transaction,
                clock.instant());
        bytes.take(owner, statement.bytes());
        try {
            counts.add(owner);
        } catch (CallRefusedException full) {
            bytes.take(owner, -statement.bytes());
            throw full;
        }
        statements.put(statement.handle(), statement);
        return statement;
    }

    /** Clients tell an update from a query by its having no columns. */
    private static Schema columns(StatementDescription described) {
        return described.kind() == StatementKind.ROWS ? described.columns() : new Schema(List.of());
    }

    /** Bytes of a user's statements with their values. */
    public long bytesMax() {
        return limits.preparedBytesPerUserMax();
    }

    /**
     * Sets what a statement's placeholders stand for when it is run next, once for each row.
     *
     * @throws CallRefusedException if it is closed, or there is no room for so many values
     */
    public synchronized void bind(PreparedStatement statement, List<Parameters> rows, long boundBytes) {
        find(statement.handle(), statement.owner());
        bytes.take(statement.owner(), boundBytes - statement.boundBytes());
        statement.bind(rows, boundBytes);
    }

    /** @throws CallRefusedException if it is not there or is somebody else's */
    public PreparedStatement find(Handle handle, String owner) {
        PreparedStatement statement = statements.get(handle);
        if (statement == null) {
            throw new CallRefusedException(
                    Reason.UNKNOWN_HANDLE,
                    "The prepared statement is closed, or was unused for too long. Prepare it again.");
        }
        if (!statement.owner().equals(owner)) {
            throw new CallRefusedException(Reason.NOT_YOURS, "The prepared statement belongs to another user.");
        }
        statement.use(clock.instant());
        return statement;
    }

    /** Forgets a statement; one that is not there is as good as closed. */
    public void close(Handle handle, String owner) {
        if (statements.containsKey(handle)) {
            forget(find(handle, owner));
        }
    }

    private synchronized void forget(PreparedStatement statement) {
        if (statements.remove(statement.handle(), statement)) {
            counts.remove(statement.owner());
            bytes.take(statement.owner(), -statement.bytes());
        }
    }

    /** Forgets what nobody has run for too long. */
    public void sweep() {
        Instant oldest = clock.instant().minus(idleMax);
        statements.values().stream()
                .filter(statement -> statement.isUnusedSince(oldest))
                .forEach(this::forget);
    }

    /** How many are held. */
    public int count() {
        return statements.size();
    }
}
