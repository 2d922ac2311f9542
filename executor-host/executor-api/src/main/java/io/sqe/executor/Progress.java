package io.sqe.executor;

/**
 * How far a fragment has come.
 *
 * @param percent 0 to 100; negative where the engine cannot tell
 * @param rowsDone rows read by scans so far
 * @param rowsTotal rows that scans expect to read
 */
public record Progress(double percent, long rowsDone, long rowsTotal) {
    public static final Progress UNKNOWN = new Progress(-1, 0, 0);
}
