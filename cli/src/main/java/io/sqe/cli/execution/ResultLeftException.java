package io.sqe.cli.execution;

import java.io.IOException;

/** Whoever looked at this result has seen enough of it; the next one is still wanted. */
public final class ResultLeftException extends IOException {
    public ResultLeftException(IOException cause) {
        super("The rest of the result is not wanted.", cause);
    }
}
