package io.sqe.gateway.flight.statement;

import com.google.protobuf.ByteString;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Transactions for clients that insist on them. Every statement commits by itself, so a transaction may always be committed, and
 * rolled back only while nothing was written in it: what cannot be undone is never said to be undone.
 */
public final class Transactions {
    /** Of all users; those that are left alone are forgotten. */
    private static final int COUNT_MAX = 10_000;

    private final Map<Handle, Transaction> open = new ConcurrentHashMap<>();
    private final Duration idleMax;
    private final InstantSource clock;

    public Transactions(Duration idleMax, InstantSource clock) {
        this.idleMax = idleMax;
        this.clock = clock;
    }

    public Handle begin(String owner) {
        if (open.size() >= COUNT_MAX) {
            throw new CallRefusedException(Reason.LIMIT_REACHED, "%d transactions are open.".formatted(COUNT_MAX));
        }
        Handle handle = Handle.random();
        open.put(handle, new Transaction(owner, 0, clock.instant()));
        return handle;
    }

    /** The transaction that a statement names, if it names one. */
    public Optional<Handle> named(ByteString id, String owner) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Handle handle = Handle.parse(id);
        find(handle, owner);
        return Optional.of(handle);
    }

    /** Notes that a statement of the transaction has written. */
    public void wrote(Optional<Handle> transaction) {
        transaction.ifPresent(handle -> open.computeIfPresent(
                handle, (_, was) -> new Transaction(was.owner, was.statementsCommitted + 1, clock.instant())));
    }

    public void commit(Handle handle, String owner) {
        find(handle, owner);
        open.remove(handle);
    }

    /** @throws CallRefusedException if there is something that cannot be undone */
    public void rollback(Handle handle, String owner) {
        Transaction ended = find(handle, owner);
        open.remove(handle);
        if (ended.statementsCommitted > 0) {
            throw new CallRefusedException(
                    Reason.TOO_LATE,
                    "Nothing is rolled back: every statement commits by itself, and %d of this transaction have."
                            .formatted(ended.statementsCommitted));
        }
    }

    private Transaction find(Handle handle, String owner) {
        Transaction found = open.get(handle);
        if (found == null) {
            throw new CallRefusedException(Reason.UNKNOWN_HANDLE, "There is no such transaction, or no more.");
        }
        if (!found.owner.equals(owner)) {
            throw new CallRefusedException(Reason.NOT_YOURS, "The transaction belongs to another user.");
        }
        return found;
    }

    /** Forgets what nobody has ended. */
    public void sweep() {
        Instant oldest = clock.instant().minus(idleMax);
        open.values().removeIf(transaction -> transaction.lastUsed.isBefore(oldest));
    }

    private record Transaction(String owner, int statementsCommitted, Instant lastUsed) {}
}
