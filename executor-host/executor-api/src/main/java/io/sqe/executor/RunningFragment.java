package io.sqe.executor;

import java.util.Optional;

/** A fragment at work. Only {@link #cancel} and {@link #progress} may be called by other threads than its reader's. */
public interface RunningFragment extends AutoCloseable {

    /** The rows; closed with the fragment. */
    ArrowStream rows();

    Progress progress();

    /** Stops the engine within 200 ms; the reader's next call throws {@link ExecutorException.Cancelled}. */
    void cancel();

    /** What each operator did; present once all rows were read, if it was asked for. */
    Optional<OperatorProfile> profile();

    /** Ends the fragment, finished or not, and frees what it held. */
    @Override
    void close();
}
