package io.sqe.executor.fragment;

import io.sqe.executor.ArrowStream;

/** Rows that tell whether the engine has given all of them. */
interface EngineRows extends ArrowStream {

    boolean isFinished();
}
