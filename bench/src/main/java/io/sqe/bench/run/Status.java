package io.sqe.bench.run;

/** How a query's answer compares with the peer's. */
public enum Status {
    /** The same rows. */
    EQUAL,
    /** The same, but empty or only NULLs: proves nothing. */
    VACUOUS,
    /** Other rows. */
    DIFFERENT,
    /** No answer from one of the two. */
    FAILED;

    /** True if there is nothing to repair. */
    public boolean isCorrect() {
        return this == EQUAL || this == VACUOUS;
    }

    /** The worse of two; statuses are declared from best to worst. */
    Status worse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
