package io.sqe.gateway.flight.statement;

import com.google.protobuf.ByteString;
import io.sqe.gateway.failure.CallRefusedException;
import io.sqe.gateway.failure.CallRefusedException.Reason;
import io.sqe.gateway.flight.limit.HeldLimits;
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
    private final Map<Handle, Transaction> open = new ConcurrentHashMap<>();
    private final HeldCounts counts;
    private final int countMax;
    private final Duration idleMax;
    private final InstantSource clock;

    public Transactions(HeldLimits limits, Duration idleMax, InstantSource clock) {
        this.counts = new HeldCounts("transactions", "transactions-per-user-max", limits.transactionsPerUserMax());
        this.countMax = limits.transactionsMax();
        this.idleMax = idleMax;
        this.clock = clock;
    }

    /** @throws CallRefusedException if the user, or all users together, have as many as they may */
    public Handle begin(String owner) {
        if (open.size() >= countMax) {
            throw new CallRefusedException(
                    Reason.LIMIT_REACHED, "%d transactions are open (transactions-max).".formatted(countMax));
        }
        counts.add(owner);
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
        end(handle, find(handle, owner));
    }

    /** @throws CallRefusedException if there is something that cannot be undone */
    public void rollback(Handle handle, String owner) {
        Transaction ended = find(handle, owner);
        end(handle, ended);
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

    private void end(Handle handle, Transaction transaction) {
        if (open.remove(handle) != null) {
            counts.remove(transaction.owner);
        }
    }

    /** Forgets what nobody has ended. */
    public void sweep() {
        Instant oldest = clock.instant().minus(idleMax);
        open.forEach((handle, transaction) -> {
            if (transaction.lastUsed.isBefore(oldest)) {
                end(handle, transaction);
            }
        });
    }

    private record Transaction(String owner, int statementsCommitted, Instant lastUsed) {}
}
