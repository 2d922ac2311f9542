package io.sqe.gateway.flight.stream;

import io.sqe.executor.ArrowStream;
import io.sqe.fragment.QueryId;
import java.util.Optional;

/** A result on its way to one reader. All but {@link #cancel} is called by the sender's thread. */
public interface OutgoingRows extends AutoCloseable {

    /** The rows; the same at every call. */
    ArrowStream open();

    /** Makes the rows end, soon. Called by any thread, at any time, even after the end. */
    void cancel();

    Optional<QueryId> queryId();

    @Override
    void close();
}
