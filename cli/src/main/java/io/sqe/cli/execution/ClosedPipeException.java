package io.sqe.cli.execution;

import java.io.IOException;

/** Nobody reads the output any more. */
public final class ClosedPipeException extends IOException {
    ClosedPipeException(IOException cause) {
        super("Nobody reads the output any more.", cause);
    }
}
