package io.sqe.executor.fragment;

import io.sqe.executor.ArrowStream;

/** What a fragment's reader gets: its rows, or the files that they were written to. */
interface FragmentOutput extends ArrowStream {

    /** Whether all was read, so that the engine is done with the statement. */
    boolean isFinished();
}
