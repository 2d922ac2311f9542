package io.sqe.bench.compare;

/** Whether two results are the same. */
public sealed interface Verdict {

    /** The same rows. */
    record Equal(long rows) implements Verdict {}

    /** The same, but there is nothing to see: no rows on either side, or only NULLs. Proves little. */
    record Vacuous(long rows) implements Verdict {}

    /**
     * Not the same.
     *
     * @param rows how many rows the engine under test gave
     * @param reason what differs, with the first differing rows, for a person to read
     */
    record Different(long rows, String reason) implements Verdict {}
}
