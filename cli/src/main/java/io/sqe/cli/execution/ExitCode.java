package io.sqe.cli.execution;

/** What the program tells its caller. */
public enum ExitCode {
    OK(0),
    STATEMENT_FAILED(1),
    USAGE(2),
    WAREHOUSE_NOT_OPENED(3),
    /** By ctrl-C: 128 and the number of SIGINT, as shells have it. */
    INTERRUPTED(130),
    /** Whoever read the output has gone: 128 and the number of SIGPIPE. */
    PIPE_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
