package io.sqe.gateway.flight.statement;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import io.sqe.gateway.flight.stream.OutgoingRows;
import io.sqe.gateway.query.Query;
import java.time.Instant;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;

/** A started query that waits for its reader, or has one. It is read once. */
public final class OpenResult implements OutgoingRows {
    private final Handle handle;
    private final String owner;
    private final Query query;
    private final Runnable whenClosed;
    private Instant deadline;
    private boolean isTaken;
    private boolean isClosed;

    OpenResult(Handle handle, String owner, Query query, Instant deadline, Runnable whenClosed) {
        this.handle = handle;
        this.owner = owner;
        this.query = query;
        this.deadline = deadline;
        this.whenClosed = whenClosed;
    }

    public Handle handle() {
        return handle;
    }

    public Schema schema() {
        return query.rows().schema();
    }

    String owner() {
        return owner;
    }

    /** True for the first who asks. */
    synchronized boolean take() {
        boolean isFirst = !isTaken && !isClosed;
        isTaken = true;
        return isFirst;
    }

    synchronized void extend(Instant until) {
        deadline = until;
    }

    /** Closes it unless somebody reads it or there is still time. */
    void closeIfExpired(Instant now) {
        synchronized (this) {
            if (isTaken || now.isBefore(deadline)) {
                return;
            }
            isTaken = true;
        }
        close();
    }

    @Override
    public ArrowStream open() {
        return query.rows();
    }

    @Override
    public Optional<QueryId> queryId() {
        return Optional.of(query.id());
    }

    @Override
    public void cancel() {
        query.cancel();
    }

    /** Stops it for good: its reader, if it has one, gets an error, and nobody else will get one. */
    void abandon() {
        query.cancel();
        if (take()) {
            close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        try {
            query.close();
        } finally {
            whenClosed.run();
        }
    }
}
